import {
  Button,
  Checkboxes,
  DateField,
  EmptyState,
  type Errors,
  Form,
  formatDate,
  InsetText,
  Page,
  Panel,
  Radios,
  Table,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { type Ballot, isOpen } from '../core/ballot.ts';
import type { BallotSeen } from '../index.ts';

type ListProps = { ballots: readonly Ballot[]; today: string; mayKeep: boolean; values?: Typed | undefined; errors?: Errors | undefined };

export function BallotsPage({ ballots, today, mayKeep, values, errors }: ListProps) {
  const { ballots: words, home } = useWords().steering;
  return (
    <Page title={words.title} back={{ href: '/steering', text: home.title }} errors={errors} errorIds={{ closesOn: 'closesOn-day' }}>
      {ballots.length === 0 && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
      <ul class="nhsuk-list">
        {ballots.map((ballot) => (
          <li key={ballot.id}>
            <a href={`/steering/ballots/${ballot.id}`}>{ballot.question}</a>{' '}
            <span class="bothy-note">{isOpen(ballot, today) ? words.until(formatDate(ballot.closesOn)) : words.closed}</span>
          </li>
        ))}
      </ul>
      {mayKeep && (
        <Panel heading={words.open}>
          <Form action="/steering/ballots" values={values}>
            <TextField name="question" label={words.question} />
            <TextArea name="options" label={words.options} hint={words.optionsHint} rows={5} />
            <TextField name="choose" label={words.choose} inputmode="numeric" width={2} value="1" />
            <DateField name="closesOn" label={words.closesOn} />
            <Button>{words.start}</Button>
          </Form>
        </Panel>
      )}
    </Page>
  );
}

type OneProps = { seen: BallotSeen; values?: Typed | undefined; errors?: Errors | undefined };

export function BallotPage({ seen, values, errors }: OneProps) {
  const words = useWords().steering.ballots;
  const { ballot, open, voters, members, isMember, voted, mayClose, result } = seen;
  return (
    <Page
      title={ballot.question}
      caption={open ? words.until(formatDate(ballot.closesOn)) : words.closed}
      back={{ href: '/steering/ballots', text: words.title }}
      errors={errors}
    >
      <p>{words.voted(voters, members)}</p>
      {open && isMember && !voted && <VoteForm ballot={ballot} values={values} />}
      {open && voted && <InsetText>{words.youVoted}</InsetText>}
      {open && !isMember && <p>{words.notMember}</p>}
      {open && <p class="bothy-note">{`${words.secret} ${words.waitForEnd}`}</p>}
      {result.name === 'too-few' && <InsetText>{words.tooFew}</InsetText>}
      {result.name === 'counted' && (
        <Table
          caption={words.result}
          rows={result.options}
          columns={[
            { header: words.option, cell: ({ text }) => text, rowHeader: true },
            { header: words.votes, cell: ({ votes }) => votes, numeric: true },
          ]}
        />
      )}
      {mayClose && (
        <Form action={`/steering/ballots/${ballot.id}/close`}>
          <Button variant="secondary" small>
            {words.close}
          </Button>
        </Form>
      )}
    </Page>
  );
}

function VoteForm({ ballot, values }: { ballot: Ballot; values?: Typed | undefined }) {
  const words = useWords().steering.ballots;
  const options = ballot.options.map(({ key, text }) => ({ value: key, text }));
  return (
    <Form action={`/steering/ballots/${ballot.id}`} values={values}>
      {ballot.choose === 1 ? (
        <Radios name="choice" label={words.chooseUpTo(1)} options={options} />
      ) : (
        <Checkboxes name="choice" label={words.chooseUpTo(ballot.choose)} options={options} />
      )}
      <Button>{words.cast}</Button>
    </Form>
  );
}
