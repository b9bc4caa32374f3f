import { Checkboxes, Select, TextField, useWords } from '../../design/index.ts';
import type { AccountSeen } from '../account.ts';
import { roles } from '../asker.ts';
import type { Choice, Choices } from '../index.ts';

export const nameIn = (choices: readonly Choice[], id: string | null): string => choices.find((choice) => choice.id === id)?.name ?? '';

/** The questions about an account, the same for a new one and one that is changed. */
export function AccountFields({ choices, account }: { choices: Choices; account?: AccountSeen }) {
  const words = useWords().accounts.form;
  const roleWords = useWords().identity.roles;
  const options = (from: readonly Choice[]) => [
    { value: '', text: words.none },
    ...from.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return (
    <>
      <TextField name="name" label={words.name} value={account?.name} autocomplete="off" />
      <TextField name="email" label={words.email} type="email" value={account?.email} autocomplete="off" />
      <TextField name="jobTitle" label={words.jobTitle} hint={words.jobTitleHint} value={account?.jobTitle} optional />
      <Checkboxes
        name="roles"
        label={words.roles}
        values={account?.roles ?? []}
        options={roles.map((role) => ({ value: role, text: roleWords[role], hint: words.roleHints[role] }))}
      />
      <Select
        name="practice"
        label={words.practice}
        hint={words.practiceHint}
        value={account?.practice ?? ''}
        options={options(choices.practices)}
      />
      <Select name="team" label={words.team} hint={words.teamHint} value={account?.team ?? ''} options={options(choices.teams)} />
      <Select
        name="organisation"
        label={words.organisation}
        hint={words.organisationHint}
        value={account?.organisation ?? ''}
        options={options(choices.organisations)}
      />
    </>
  );
}
