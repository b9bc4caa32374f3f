import { addByOperator, type OperatorRefusal, type Role, roles } from '../identity/index.ts';
import { PlainError } from '../platform/plain-error.ts';
import type { Given, Lent } from './command.ts';
import { withDatabase } from './with-database.ts';

export async function run({ values }: Given, lent: Lent): Promise<void> {
  const { email, name, role, ...places } = values;
  for (const [option, value] of Object.entries({ email, name, role }))
    if (!value?.trim()) throw new PlainError(`Add --${option}. "npm run bothy -- help" shows an example.`);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email!)) throw new PlainError(`${email} is not an email address.`);
  if (!isRole(role!)) throw new PlainError(`There is no role ${role}. The roles are: ${roles.join(', ')}.`);
  const { practice, team, programme } = places;
  const given = {
    email: email!,
    name: name!,
    roles: [role],
    ...(practice && { practice }),
    ...(team && { team }),
    ...(programme && { programme }),
  };
  const added = await withDatabase(lent, (db) => addByOperator(db, given, lent.config.publicUrl, lent.now()));
  if (!added.ok) throw new PlainError(sentence(added.error));
  console.log(`The account is added. Give its owner this link; with it they choose a password, once, within two weeks:\n${added.value}`);
}

const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name);

function sentence(refusal: OperatorRefusal): string {
  switch (refusal.name) {
    case 'no-programme':
      return 'There is no such programme. On a new installation, start Bothy and open the link that it prints.';
    case 'which-programme':
      return 'There are several programmes. Say which with --programme and its short name.';
    case 'email-taken':
      return 'There is already an account with this email address.';
    case 'missing':
      return refusal.places.includes('organisation')
        ? 'Accounts of community organisations are added on the page Accounts, where the organisation can be chosen.'
        : `This role needs ${refusal.places.map((place) => `--${place}`).join(' and ')}.`;
    case 'unknown':
      return `There is no ${refusal.place} of that name. Known: ${refusal.known.join('; ') || 'none yet'}.`;
  }
}
