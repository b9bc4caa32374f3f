import {
  Button,
  DateField,
  EmptyState,
  type Errors,
  Form,
  formatDate,
  InsetText,
  Page,
  Panel,
  Select,
  Table,
  Tag,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { constituencies, type Member } from '../core/steering-member.ts';
import type { Group } from '../index.ts';
import { Balance } from './steering-home.tsx';

type Props = { group: Group; today: string; mayKeep: boolean; values?: Typed | undefined; errors?: Errors | undefined };

export function GroupPage({ group, today, mayKeep, values, errors }: Props) {
  const { group: words, home, constituencies: names } = useWords().steering;
  const term = ({ fromDay, untilDay }: Member) =>
    untilDay ? words.closedTerm(formatDate(fromDay), formatDate(untilDay)) : words.openTerm(formatDate(fromDay));
  return (
    <Page title={words.title} back={{ href: '/steering', text: home.title }} errors={errors} errorIds={dayIds}>
      <p>{words.intro}</p>
      <Balance balance={group.balance} level={2} />
      <Table<Member>
        caption={words.caption}
        rows={group.members}
        empty={<EmptyState title={words.none}>{words.noneText}</EmptyState>}
        columns={[
          {
            header: words.name,
            cell: (member) => (mayKeep ? <a href={`/steering/group/${member.id}`}>{member.name}</a> : member.name),
            rowHeader: true,
          },
          { header: words.constituency, cell: ({ constituency }) => names[constituency] },
          { header: words.brings, cell: ({ brings }) => brings },
          {
            header: words.term,
            cell: (member) => (
              <>
                {term(member)} {member.untilDay && member.untilDay < today && <Tag colour="grey">{words.past}</Tag>}
              </>
            ),
          },
        ]}
      />
      {mayKeep && (
        <Panel heading={words.add}>
          <Form action="/steering/group" values={values}>
            <Fields group={group} today={today} />
            <Button>{words.save}</Button>
          </Form>
        </Panel>
      )}
    </Page>
  );
}

type OneProps = Omit<Props, 'mayKeep'> & { member: Member; stale?: boolean | undefined };

export function MemberPage({ group, member, today, values, errors, stale }: OneProps) {
  const { group: words, meeting } = useWords().steering;
  return (
    <Page title={words.changeTitle} caption={member.name} back={{ href: '/steering/group' }} errors={errors} errorIds={dayIds}>
      {stale && <InsetText>{[meeting.stale, member.name, member.brings].filter(Boolean).join(' · ')}</InsetText>}
      <Form action={`/steering/group/${member.id}`} values={values} rowVersion={member.rowVersion}>
        <Fields group={group} member={member} today={today} />
        <Button>{words.save}</Button>
      </Form>
    </Page>
  );
}

const dayIds = { fromDay: 'fromDay-day', untilDay: 'untilDay-day' };

function Fields({ group, member, today }: { group: Group; member?: Member; today: string }) {
  const { group: words, constituencies: names, meeting } = useWords().steering;
  return (
    <>
      <TextField name="name" label={words.name} value={member?.name} />
      <Select
        name="constituency"
        label={words.constituency}
        value={member?.constituency ?? ''}
        options={[{ value: '', text: meeting.notSaid }, ...constituencies.map((value) => ({ value, text: names[value] }))]}
      />
      <TextField name="brings" label={words.brings} hint={words.bringsHint} value={member?.brings} optional />
      <Select
        name="account"
        label={words.account}
        hint={words.accountHint}
        value={member?.account ?? ''}
        options={[{ value: '', text: words.noAccount }, ...group.accounts.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <DateField name="fromDay" label={words.from} value={member?.fromDay ?? today} />
      <DateField name="untilDay" label={words.until} hint={words.untilHint} value={member?.untilDay ?? undefined} optional />
    </>
  );
}
