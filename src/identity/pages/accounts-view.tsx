import {
  Button,
  Form,
  formatDate,
  formatDateTime,
  Page,
  Panel,
  SummaryList,
  Table,
  Tag,
  useWords,
  WarningCallout,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { AccountSeen } from '../account.ts';
import type { Asker } from '../asker.ts';
import type { AccountPage as Seen, Choices } from '../index.ts';
import { AccountFields, nameIn } from './accounts-fields.tsx';

type Frame = { asker: Asker; now: Date; timeZone: string };
type Problem = { typed?: Typed; errors?: Errors };

export function AccountsPage({ accounts, choices, timeZone }: { accounts: readonly AccountSeen[]; choices: Choices } & Frame) {
  const words = useWords().accounts.list;
  const roleWords = useWords().identity.roles;
  return (
    <Page title={words.title} wide actions={<Button href="/accounts/new">{words.add}</Button>}>
      <p>{words.about}</p>
      <Table
        caption={words.caption}
        captionHidden
        rows={accounts}
        columns={[
          {
            header: words.name,
            rowHeader: true,
            cell: ({ id, name, email }) => (
              <>
                <a href={`/accounts/${id}`}>{name}</a>
                <span class="bothy-note">{email}</span>
              </>
            ),
          },
          {
            header: words.role,
            cell: ({ roles, jobTitle }) => (
              <>
                {roles.map((role) => roleWords[role]).join(', ')}
                {jobTitle && <span class="bothy-note">{jobTitle}</span>}
              </>
            ),
          },
          { header: words.place, cell: (account) => placeOf(account, choices) },
          { header: words.signedIn, cell: ({ signedInAt }) => (signedInAt ? formatDate(signedInAt, { timeZone }) : words.never) },
          { header: words.state, cell: (account) => <State {...account} /> },
        ]}
      />
    </Page>
  );
}

const placeOf = ({ practice, team, organisation }: AccountSeen, { practices, teams, organisations }: Choices) =>
  [nameIn(practices, practice), nameIn(teams, team), nameIn(organisations, organisation)].filter(Boolean).join(', ');

function State({ active, joined }: AccountSeen) {
  const words = useWords().accounts.list;
  if (!active) return <Tag colour="grey">{words.disabled}</Tag>;
  return joined ? <Tag colour="green">{words.active}</Tag> : <Tag colour="blue">{words.invited}</Tag>;
}

export function NewAccountPage({ choices, typed = {}, errors }: { choices: Choices } & Problem) {
  const words = useWords().accounts;
  return (
    <Page title={words.form.addTitle} back={{ href: '/accounts', text: words.account.back }} {...(errors && { errors })}>
      <p>{words.form.addText}</p>
      <Form action="/accounts/new" values={typed}>
        <AccountFields choices={choices} />
        <Button>{words.form.addButton}</Button>
      </Form>
    </Page>
  );
}

export function AccountPage({
  account,
  openWork,
  choices,
  asker,
  timeZone,
  typed = {},
  errors,
  stale,
}: Seen & Frame & Problem & { stale?: boolean }) {
  const words = useWords().accounts;
  return (
    <Page
      title={account.name}
      caption={words.list.title}
      back={{ href: '/accounts', text: words.account.back }}
      {...(errors && { errors })}
    >
      {stale && <Saved account={account} choices={choices} />}
      <Form action={`/accounts/${account.id}`} values={typed} rowVersion={account.rowVersion}>
        <AccountFields choices={choices} account={account} />
        <Button>{words.form.saveButton}</Button>
      </Form>
      {account.active ? (
        <>
          <Panel heading={words.account.linkHeading}>
            <p>
              {account.joined ? words.account.joinedText : words.account.invitedText}{' '}
              {account.signedInAt && words.account.signedIn(formatDateTime(account.signedInAt, { timeZone }))}
            </p>
            <Form action={`/accounts/${account.id}/link`}>
              <Button variant="secondary">{account.joined ? words.account.sendReset : words.account.sendInvitation}</Button>
            </Form>
          </Panel>
          <Panel heading={words.account.disableHeading}>
            {account.id === asker.id ? <p>{words.account.yourself}</p> : <Disable id={account.id} openWork={openWork} />}
          </Panel>
        </>
      ) : (
        <Panel heading={words.account.disabledHeading}>
          <p>{words.account.disabledText}</p>
          <Form action={`/accounts/${account.id}/enable`}>
            <Button variant="secondary">{words.account.enable}</Button>
          </Form>
        </Panel>
      )}
    </Page>
  );
}

function Disable({ id, openWork }: { id: string; openWork: number }) {
  const words = useWords().accounts.account;
  if (openWork > 0) {
    return (
      <WarningCallout heading={words.openWork(openWork)}>
        <p>{words.openWorkText}</p>
      </WarningCallout>
    );
  }
  return (
    <Form action={`/accounts/${id}/disable`}>
      <p>{words.disableText}</p>
      <Button variant="warning">{words.disable}</Button>
    </Form>
  );
}

/** What somebody else saved meanwhile, beside what was typed. */
function Saved({ account, choices }: { account: AccountSeen; choices: Choices }) {
  const words = useWords().accounts;
  const roleWords = useWords().identity.roles;
  return (
    <Panel heading={words.account.stale} soft>
      <SummaryList
        rows={[
          { key: words.form.name, value: account.name },
          { key: words.form.email, value: account.email },
          { key: words.form.roles, value: account.roles.map((role) => roleWords[role]).join(', ') },
          { key: words.form.jobTitle, value: account.jobTitle },
          { key: words.list.place, value: placeOf(account, choices) },
        ]}
      />
    </Panel>
  );
}
