import { Button, Form, HiddenText, Heading, Page, Panel, Select, SummaryList, Table, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { PracticeSeen, TeamSeen } from '../index.ts';

type Problem = { typed?: Typed; errors?: Errors; stale?: boolean };
const back = (text: string) => ({ href: '/practices', text });

export function PracticesPage({ practices, teams }: { practices: readonly PracticeSeen[]; teams: readonly TeamSeen[] }) {
  const words = useWords().accounts.places;
  const teamName = (id: string) => teams.find((team) => team.id === id)?.name;
  const change = (href: string, name: string) => (
    <a href={href}>
      {words.change}
      <HiddenText> {name}</HiddenText>
    </a>
  );
  return (
    <Page title={words.title} wide>
      <p>{words.about}</p>
      <Heading class="nhsuk-heading-m">{words.practices}</Heading>
      <Table
        caption={words.practices}
        captionHidden
        rows={practices}
        columns={[
          { header: words.name, rowHeader: true, cell: ({ name }) => name },
          { header: words.place, cell: ({ place }) => place },
          { header: words.team, cell: ({ team }) => teamName(team) },
          { header: words.actions, headerHidden: true, cell: ({ id, name }) => change(`/practices/${id}`, name) },
        ]}
      />
      <Button href="/practices/new" variant="secondary">
        {words.addPractice}
      </Button>
      <Heading class="nhsuk-heading-m">{words.teams}</Heading>
      <Table
        caption={words.teams}
        captionHidden
        rows={teams}
        columns={[
          { header: words.name, rowHeader: true, cell: ({ name }) => name },
          { header: words.email, cell: ({ email }) => email },
          { header: words.phone, cell: ({ phone }) => phone },
          { header: words.actions, headerHidden: true, cell: ({ id, name }) => change(`/practices/teams/${id}`, name) },
        ]}
      />
      <Button href="/practices/teams/new" variant="secondary">
        {words.addTeam}
      </Button>
    </Page>
  );
}

export function PracticeForm({
  practice,
  teams,
  typed = {},
  errors,
  stale,
}: { practice?: PracticeSeen; teams: readonly TeamSeen[] } & Problem) {
  const words = useWords().accounts.places;
  const options = teams.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <Page title={practice ? words.changePractice : words.addPractice} back={back(words.title)} {...(errors && { errors })}>
      {stale && practice && (
        <SavedNow
          rows={[
            { key: words.name, value: practice.name },
            { key: words.place, value: practice.place },
            { key: words.code, value: practice.code },
            { key: words.team, value: options.find(({ value }) => value === practice.team)?.text },
          ]}
        />
      )}
      <Form values={typed} {...(practice && { rowVersion: practice.rowVersion })}>
        <TextField name="name" label={words.name} value={practice?.name} />
        <TextField name="place" label={words.place} value={practice?.place} optional />
        <TextField name="code" label={words.code} hint={words.codeHint} value={practice?.code} optional width={10} code />
        <Select
          name="team"
          label={words.team}
          {...(practice && { hint: words.moved })}
          value={practice?.team}
          options={[...(practice ? [] : [{ value: '', text: words.unknown }]), ...options]}
        />
        <Button>{words.save}</Button>
      </Form>
    </Page>
  );
}

export function TeamForm({ team, typed = {}, errors, stale }: { team?: TeamSeen } & Problem) {
  const words = useWords().accounts.places;
  return (
    <Page title={team ? words.changeTeam : words.addTeam} back={back(words.title)} {...(errors && { errors })}>
      {stale && team && (
        <SavedNow
          rows={[
            { key: words.name, value: team.name },
            { key: words.email, value: team.email },
            { key: words.phone, value: team.phone },
          ]}
        />
      )}
      <Form values={typed} {...(team && { rowVersion: team.rowVersion })}>
        <TextField name="name" label={words.name} value={team?.name} />
        <TextField name="email" type="email" label={words.email} hint={words.emailHint} value={team?.email ?? ''} optional />
        <TextField name="phone" type="tel" label={words.phone} value={team?.phone ?? ''} optional width={20} />
        <Button>{words.save}</Button>
      </Form>
    </Page>
  );
}

/** What somebody else saved meanwhile, beside what was typed. */
export const SavedNow = ({ rows }: { rows: { key: string; value: string | null | undefined }[] }) => (
  <Panel heading={useWords().accounts.account.stale} soft>
    <SummaryList rows={rows} />
  </Panel>
);
