import {
  ActionLink,
  Button,
  Form,
  formatDate,
  InsetText,
  Lines,
  Page,
  Panel,
  SummaryList,
  TextArea,
  useWords,
} from '../../design/index.ts';
import { type Asker, may, type Practice } from '../../identity/index.ts';
import { nameOf, type Person } from '../../people/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Question, Referral } from '../index.ts';
import { type Names, StageTag, useStageLine } from './stage.tsx';

type OneProps = {
  asker: Asker;
  referral: Referral;
  person: Person;
  questions: Question[];
  names: Names;
  practices: Map<string, Practice>;
  values?: Typed;
  errors?: Errors;
};

export function OneMadePage({ asker, referral, person, questions, names, values = {}, errors }: OneProps) {
  const all = useWords().referrals;
  const words = all.oneMade;
  const needWords = useWords().directory.needs;
  const line = useStageLine(names);
  const { stage } = referral;
  const open = questions.find((question) => !question.answer);
  const rows = [
    {
      key: words.status,
      value: (
        <>
          <StageTag stage={stage} /> {line(referral)}
        </>
      ),
    },
    { key: words.person, value: nameOf(person) },
    { key: words.sent, value: formatDate(referral.receivedAt) },
    { key: words.by, value: (referral.referredBy && names.get(referral.referredBy)?.name) ?? all.queue.self },
    { key: words.needs, value: referral.needs.map((need) => needWords[need]).join(', ') },
    { key: words.note, value: referral.note ? <Lines text={referral.note} /> : all.consider.noNote },
  ];
  return (
    <Page
      title={words.title(referral.reference)}
      caption={nameOf(person)}
      back={{ href: '/referrals', text: all.made.title }}
      errors={errors}
    >
      {stage.name === 'returned' && (
        <Panel heading={words.returned} soft>
          <p>{all.reason[stage.reason]}.</p>
          {stage.note && (
            <InsetText>
              <Lines text={stage.note} />
            </InsetText>
          )}
          {referral.referredBy === asker.id && <ActionLink href={`/refer?again=${referral.id}`}>{words.again}</ActionLink>}
        </Panel>
      )}
      {stage.name === 'closed' && <ActionLink href={`/referrals/${referral.id}/letter`}>{words.letter}</ActionLink>}
      {open && (
        <Panel heading={words.question(names.get(open.askedBy)?.name ?? all.queue.everyTeam)}>
          <InsetText>
            <Lines text={open.question} />
          </InsetText>
          {stage.name === 'asked' && (
            <Form action={`/referrals/${referral.id}/answer`} values={values}>
              <TextArea name="answer" label={words.answer} rows={4} maxLength={2000} />
              <Button>{words.sendAnswer}</Button>
            </Form>
          )}
        </Panel>
      )}
      <SummaryList rows={rows} />
      {may(asker, 'tell clinical facts', { practice: person.practice }) && (
        <p>
          <a href={`/people/${person.id}/clinical`}>{words.clinical}</a>
        </p>
      )}
      <Answered questions={questions} names={names} />
    </Page>
  );
}

export function Answered({ questions, names }: { questions: Question[]; names: Names }) {
  const words = useWords().referrals.oneMade;
  const nameless = useWords().referrals.queue.everyTeam;
  return (
    <>
      {questions
        .filter(({ answer }) => answer)
        .map(({ id, question, askedBy, answer }) => (
          <Panel key={id} soft>
            <p>
              <strong>{words.question(names.get(askedBy)?.name ?? nameless)}:</strong> <Lines text={question} />
            </p>
            <p>
              <strong>{words.answered(names.get(answer!.by)?.name ?? nameless)}:</strong> <Lines text={answer!.text} />
            </p>
          </Panel>
        ))}
    </>
  );
}
