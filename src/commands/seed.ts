import { PlainError } from '../platform/plain-error.ts';
import type { Given, Lent } from './command.ts';
import { count, withDatabase } from './with-database.ts';

export async function run({ values }: Given, lent: Lent): Promise<void> {
  const number = (option: string, usual: number) => {
    const typed = values[option] ?? String(usual);
    if (!/^\d{1,8}$/.test(typed)) throw new PlainError(`--${option} takes a whole number, like --${option} ${usual}.`);
    return Number(typed);
  };
  const people = number('people', 1000);
  const wanted = { people, services: number('services', 200), referrals: number('referrals', people), seed: values['seed'] ?? 'bothy' };
  await withDatabase(lent, (db) => lent.seed({ ...wanted, db, now: lent.now(), onProgress: tellCounts() }));
  console.log(
    `The example programme is there: ${count(wanted.people, 'person', 'people')}, ${count(wanted.referrals, 'referral')}. Nobody in it is real.`,
  );
}

/** A line for each tenth of the way. */
function tellCounts() {
  const told = new Map<string, number>();
  return ({ what, count: done, of }: { what: string; count: number; of: number }) => {
    const tenth = Math.floor((10 * done) / Math.max(1, of));
    if (told.get(what) === tenth) return;
    told.set(what, tenth);
    console.error(`  ${what}: ${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} …`);
  };
}
