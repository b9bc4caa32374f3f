import {
  Button,
  Columns,
  Details,
  Form,
  formatDate,
  InsetText,
  Lines,
  Page,
  Panel,
  Radios,
  Select,
  SummaryList,
  TextArea,
  useWords,
} from '../../design/index.ts';
import type { Asker, Colleague, Practice } from '../../identity/index.ts';
import { type Likely, nameOf, type Person, spaced } from '../../people/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type Load, type Question, type Referral, returnReasons } from '../index.ts';
import { Answered } from './one-made-view.tsx';
import { useStageLine } from './stage.tsx';

type Props = {
  asker: Asker;
  referral: Referral;
  person: Person;
  questions: Question[];
  others: Referral[];
  mayBe: Likely[];
  practices: Map<string, Practice>;
  names: Map<string, Colleague>;
  colleagues: Colleague[];
  load: Load | undefined;
  values: Typed;
  errors?: Errors;
};

export function ConsiderPage(props: Props) {
  const { referral, person, questions, names, errors } = props;
  const words = useWords().referrals.consider;
  const line = useStageLine(names);
  const open = referral.stage.name === 'waiting' || referral.stage.name === 'asked';
  const question = questions.find(({ answer }) => !answer);
  return (
    <Page
      title={nameOf(person)}
      caption={words.caption(referral.reference)}
      back={{ href: '/queue', text: useWords().referrals.queue.title }}
      errors={errors}
      errorIds={{ linkWorker: 'linkWorker' }}
    >
      {!open && (
        <InsetText>
          <p>
            <strong>{words.decided}</strong>
          </p>
          <p>{words.decidedText(line(referral).toLowerCase())}</p>
        </InsetText>
      )}
      <Columns split="two-thirds">
        <div>
          <Facts {...props} />
          {question && (
            <Panel soft heading={useWords().referrals.queue.asked}>
              <p>
                <Lines text={question.question} />
              </p>
            </Panel>
          )}
          <Answered questions={questions} names={names} />
        </div>
        <div>
          {props.mayBe.length > 0 && <MayBe {...props} />}
          {open && <Decisions {...props} />}
        </div>
      </Columns>
    </Page>
  );
}

function Facts({ referral, person, others, practices, names }: Props) {
  const all = useWords().referrals;
  const words = all.consider;
  const { people } = useWords();
  const needWords = useWords().directory.needs;
  const line = useStageLine(names);
  const { safeContact } = person;
  const safe = [
    safeContact.channels.map((channel) => people.channel[channel]).join(', ') || words.notAsked,
    safeContact.voicemailOk === false ? words.voicemailNo : safeContact.voicemailOk ? words.voicemailYes : '',
    safeContact.note,
  ].filter(Boolean);
  const from = [referral.referredBy && names.get(referral.referredBy)?.name, referral.practice && practices.get(referral.practice)?.name]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      <h2 class="nhsuk-heading-s">{words.note}</h2>
      <InsetText>{referral.note ? <Lines text={referral.note} /> : words.noNote}</InsetText>
      <SummaryList
        rows={[
          { key: words.needs, value: referral.needs.map((need) => needWords[need]).join(', ') },
          { key: words.received, value: formatDate(referral.receivedAt) },
          { key: words.from, value: from || all.queue.self },
          { key: people.dateOfBirth, value: formatDate(person.dateOfBirth) },
          { key: words.phone, value: person.phone || words.none },
          { key: words.safe, value: <Lines text={safe.join('\n')} /> },
          ...(person.healthNumber ? [{ key: words.healthNumber, value: spaced(person.healthNumber) }] : []),
          ...(others.length
            ? [
                {
                  key: words.others,
                  value: <Lines text={others.map((other) => `${formatDate(other.receivedAt)}: ${line(other)}`).join('\n')} />,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Decisions({ asker, referral, colleagues, load, values, errors }: Props) {
  const all = useWords().referrals;
  const words = all.consider;
  const action = (verb: string) => `/queue/${referral.id}/${verb}`;
  const mayGive = colleagues.length > 1;
  return (
    <>
      <Panel>
        <Form action={action('accept')} values={values}>
          {mayGive && (
            <Select
              name="linkWorker"
              label={words.whom}
              value={asker.id}
              options={colleagues.map(({ id, name }) => ({ value: id, text: id === asker.id ? words.me(name) : name }))}
            />
          )}
          <p>{words.acceptText}</p>
          {load && <Carried load={load} />}
          <Button preventDoubleClick>{words.accept}</Button>
        </Form>
      </Panel>
      <Details summary={words.askTitle} expander open={Boolean(errors?.question)}>
        <Form action={action('ask')} values={values}>
          <p>{words.askText}</p>
          <TextArea name="question" label={words.question} rows={4} maxLength={2000} />
          <Button variant="secondary">{words.ask}</Button>
        </Form>
      </Details>
      <Details summary={words.returnTitle} expander open={Boolean(errors?.reason ?? errors?.returnNote)}>
        <Form action={action('return')} values={values}>
          <Radios
            name="reason"
            label={words.reason}
            labelSize="s"
            options={returnReasons.map((value) => ({ value, text: all.reason[value], hint: all.reasonMeans[value] || undefined }))}
          />
          <TextArea name="returnNote" label={words.returnNote} hint={words.returnNoteHint} rows={4} maxLength={2000} />
          <Button variant="secondary">{words.return}</Button>
        </Form>
      </Details>
    </>
  );
}

/** What they carry already; above the line it says so before they take on more. */
function Carried({ load: { people, weight, line } }: { load: Load }) {
  const words = useWords().caseloads.accept;
  return (
    <p class="bothy-note">
      {words.line(people, weight, line)} {weight > line && <strong class="bothy-late">{words.over}</strong>}
    </p>
  );
}

function MayBe({ referral, mayBe }: Props) {
  const words = useWords().referrals.consider.mayBe;
  const { born } = useWords().referrals.refer;
  return (
    <Panel heading={words.title} soft>
      <p>{words.text}</p>
      {mayBe.map(({ person }) => (
        <Form action={`/queue/${referral.id}/same`} key={person.id}>
          <p>
            <strong>{nameOf(person)}</strong>
            <br />
            {[born(formatDate(person.dateOfBirth)), person.place].filter(Boolean).join(', ')}
          </p>
          <Button variant="secondary" small name="known" value={person.id}>
            {words.same}
          </Button>
        </Form>
      ))}
    </Panel>
  );
}
