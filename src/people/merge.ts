import { ok, refuse, type Result } from '../platform/result.ts';
import { changedFields, type HealthNumber, type Person } from './person.ts';

/** Facts of which a record has one, and which may differ between two records of one person. */
export const joinable = [
  'givenName',
  'familyName',
  'chosenName',
  'pronouns',
  'dateOfBirth',
  'phone',
  'email',
  'address',
  'place',
  'postcode',
  'practice',
  'safeContact',
  'interpreter',
  'accessNeeds',
] as const satisfies readonly (keyof Person)[];
export type Joinable = (typeof joinable)[number];

/** Which of the two records a fact is taken from. */
export type Side = 'kept' | 'gone';
export type Choices = Partial<Record<Joinable, Side>>;

const isEmpty = (person: Person, field: Joinable): boolean => {
  if (field === 'safeContact')
    return !person.safeContact.channels.length && person.safeContact.voicemailOk === null && !person.safeContact.note;
  return !person[field];
};

/** Where the two differ, and which is taken unless somebody says otherwise: that of the record that stays, if it says anything. */
export function differences(kept: Person, gone: Person): { field: Joinable; usual: Side }[] {
  const differing = new Set(changedFields(kept, gone));
  return joinable
    .filter((field) => differing.has(field) && !(isEmpty(kept, field) && isEmpty(gone, field)))
    .map((field) => ({ field, usual: isEmpty(kept, field) ? 'gone' : 'kept' }));
}

const numbersOf = ({ healthNumber, otherNumbers }: Person): HealthNumber[] => [...(healthNumber ? [healthNumber] : []), ...otherNumbers];

const eachOnce = (numbers: readonly HealthNumber[]): HealthNumber[] => [
  ...new Map(numbers.map((each) => [`${each.system} ${each.value}`, each])).values(),
];

/** Two numbers of one system are two people, or a mistake that has to be put right first. */
export function numbersDisagree(a: Person, b: Person): boolean {
  return numbersOf(a).some((one) =>
    numbersOf(b).some((other) => one.system === other.system && one.system !== 'other' && one.value !== other.value),
  );
}

/** The record that stays, with what was chosen from the other. What is a matter of life is never lost: that they died, and where nothing may go. */
export function joined(kept: Person, gone: Person, choices: Choices): Person {
  const taken = differences(kept, gone).filter(({ field, usual }) => (choices[field] ?? usual) === 'gone');
  const facts = Object.fromEntries(taken.map(({ field }) => [field, gone[field]]));
  const wishes = 'safeContact' in facts ? gone.wishes : kept.wishes;
  const [healthNumber = null, ...otherNumbers] = eachOnce([...numbersOf(kept), ...numbersOf(gone)]);
  return { ...kept, ...facts, healthNumber, otherNumbers, wishes, died: kept.died ?? gone.died };
}

export type JoinRefusal =
  'same-record' | 'different-numbers' | 'one-each' | { bothAt: readonly string[] } | { atOnce: readonly Date[] } | 'choose-support';

type Together = {
  bothAt: readonly string[];
  atOnce: readonly Date[];
  supports: readonly string[];
  keep: string | undefined;
};

/** Whether the two may be made one. `one-each`: both have something of which there can be one, and more depends on it. `bothAt`: services that both are waiting for or go to; one of those has to be called off first. `atOnce`: when both have an appointment. */
export function mayJoin(kept: Person, gone: Person, { bothAt, atOnce, supports, keep }: Together): Result<null, JoinRefusal> {
  if (kept.id === gone.id) return refuse('same-record');
  if (numbersDisagree(kept, gone)) return refuse('different-numbers');
  if (bothAt.length) return refuse({ bothAt });
  if (atOnce.length) return refuse({ atOnce });
  if (supports.length > 1 && !(keep && supports.includes(keep))) return refuse('choose-support');
  return ok(null);
}
