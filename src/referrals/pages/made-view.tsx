import {
  ActionLink,
  Button,
  EmptyState,
  Form,
  formatDate,
  InsetText,
  Lines,
  Page,
  Pagination,
  Panel,
  SummaryList,
  Table,
  Tag,
  type TagColour,
  TextArea,
  useWords,
} from '../../design/index.ts';
import type { Asker, Colleague, Practice } from '../../identity/index.ts';
import { nameOf, type Person } from '../../people/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Question, Referral, Signpost, WithPerson } from '../index.ts';

type Names = Map<string, Colleague>;
const colours: Record<Referral['stage']['name'], TagColour> = {
  waiting: 'yellow',
  asked: 'purple',
  accepted: 'green',
  returned: 'orange',
  closed: 'grey',
};

export const StageTag = ({ stage }: { stage: Referral['stage'] }) => (
  <Tag colour={colours[stage.name]}>{useWords().referrals.stageShort[stage.name]}</Tag>
);

export function useStageLine(names: Names) {
  const words = useWords().referrals;
  return ({ stage }: Referral): string => {
    switch (stage.name) {
      case 'accepted':
        return words.stage.accepted(names.get(stage.linkWorker)?.name ?? words.queue.everyTeam);
      case 'returned':
        return `${words.stage.returned}: ${words.reason[stage.reason].toLowerCase()}`;
      case 'closed':
        return words.closure[stage.because];
      case 'waiting':
      case 'asked':
        return words.stage[stage.name];
    }
  };
}

type ListProps = {
  asker: Asker;
  whose: 'mine' | 'practice';
  page: number;
  rows: WithPerson[];
  more: boolean;
  names: Names;
  signposts: Signpost[];
};

export function MadePage({ asker, whose, page, rows, more, names, signposts }: ListProps) {
  const words = useWords().referrals.made;
  const needWords = useWords().directory.needs;
  const { queue } = useWords().referrals;
  const line = useStageLine(names);
  const href = (n: number) => `/referrals?${new URLSearchParams({ ...(whose === 'practice' && { whose }), page: String(n) })}`;
  return (
    <Page title={words.title} caption={asker.practiceName ?? undefined} wide>
      {asker.practice && <Whose whose={whose} />}
      <Table
        caption={words.caption}
        captionHidden
        responsive
        panel
        rows={rows}
        empty={
          <EmptyState title={words.empty}>
            <p>{words.emptyText}</p>
          </EmptyState>
        }
        columns={[
          {
            header: words.person,
            rowHeader: true,
            cell: ({ referral, person }) => <a href={`/referrals/${referral.id}`}>{nameOf(person)}</a>,
          },
          { header: words.sent, cell: ({ referral }) => formatDate(referral.receivedAt) },
          {
            header: words.where,
            cell: ({ referral }) => (
              <>
                <StageTag stage={referral.stage} /> {line(referral)}
              </>
            ),
          },
          { header: words.needs, cell: ({ referral }) => referral.needs.map((need) => needWords[need]).join(', ') },
        ]}
      />
      <Pagination
        {...(page > 1 && { previous: { href: href(page - 1), text: queue.page(page - 1) } })}
        {...(more && { next: { href: href(page + 1), text: queue.page(page + 1) } })}
      />
      {signposts.length > 0 && (
        <Table
          caption={words.signposts}
          captionSize="m"
          responsive
          rows={signposts}
          columns={[
            { header: words.given, rowHeader: true, cell: (signpost) => signpost.given },
            { header: words.needs, cell: (signpost) => signpost.needs.map((need) => needWords[need]).join(', ') },
            { header: words.when, cell: (signpost) => formatDate(signpost.givenAt) },
          ]}
        />
      )}
    </Page>
  );
}

function Whose({ whose }: { whose: 'mine' | 'practice' }) {
  const words = useWords().referrals.made;
  const current = (on: boolean) => (on ? { 'aria-current': 'page' as const } : {});
  return (
    <nav class="bothy-switch" aria-label={words.which}>
      <a href="/referrals" {...current(whose === 'mine')}>
        {words.mine}
      </a>
      <a href="/referrals?whose=practice" {...current(whose === 'practice')}>
        {words.practice}
      </a>
    </nav>
  );
}

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
