import { en } from '../../locales/en/index.ts';
import type { Account, Asker } from '../../src/identity/index.ts';
import { letters } from '../../src/measures/index.ts';
import type { Database } from '../../src/platform/database.ts';
import { accounts, practices, programme } from '../programme.ts';
import { person, type Work } from './workers.ts';

const as = (account: Omit<Account, 'passwordHash'>): Asker => ({
  ...account,
  programme,
  practiceName: Object.values(practices).find(({ id }) => id === account.practice)?.name ?? null,
});
const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`The story cannot be told: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** How Tomasz said things were, with his interpreter, at the start and again; and a question that he would rather not answer. */
export async function measureTogether({ at, clock }: Work): Promise<void> {
  const sam = as(accounts.sam);
  const tomasz = person('Tomasz Wójcik');
  const how = { language: 'en', interpreter: true, proxy: false, again: false, byHand: false, keepPart: false } as const;
  const start = { ...how, point: 'baseline', mode: 'together', takenOn: clock.dayAgo(16) } as const;
  const first = at(clock.ago(16, '15:40')).measures;
  must(await first.takeMeasure(sam, tomasz, 'ons4', { ...start, answers: { satisfied: 3, worthwhile: 6, happy: 2, anxious: 9 } }));
  must(await first.takeMeasure(sam, tomasz, 'poverty', { ...start, answers: { 'ends-meet': 1 } }));
  must(
    await first.declineMeasure(sam, tomasz, 'ons-loneliness', {
      point: 'baseline',
      whyNot: 'rather-not',
      note: 'Not in front of his son.',
    }),
  );
  const again = { ...how, point: 'review', mode: 'phone', takenOn: clock.dayAgo(9) } as const;
  const later = at(clock.ago(9, '14:35')).measures;
  must(await later.takeMeasure(sam, tomasz, 'ons4', { ...again, answers: { satisfied: 5, worthwhile: 7, happy: 5, anxious: 6 } }));
}

/** Agnes, who hears best at her own table; and Jordan, who would rather answer at five in the morning, on his phone. */
export async function measureAtHome({ db, at, clock }: Work): Promise<void> {
  const sam = as(accounts.sam);
  const how = { language: 'en', interpreter: false, proxy: false, again: false, byHand: false, keepPart: false } as const;
  const agnes = person('Agnes McMillan');
  const lonely = (companionship: number, leftOut: number, isolated: number, often: number) => ({
    answers: { companionship, 'left-out': leftOut, isolated, lonely: often },
  });
  const start = { ...how, point: 'baseline', mode: 'together', takenOn: clock.dayAgo(31) } as const;
  const again = { ...how, point: 'review', mode: 'paper', takenOn: clock.dayAgo(6) } as const;
  must(await at(clock.ago(31, '11:50')).measures.takeMeasure(sam, agnes, 'ons-loneliness', { ...start, ...lonely(3, 2, 3, 1) }));
  must(await at(clock.ago(6, '15:10')).measures.takeMeasure(sam, agnes, 'ons-loneliness', { ...again, ...lonely(2, 2, 2, 2) }));

  const jordan = person('Jordan Reid');
  const first = { ...how, point: 'baseline', mode: 'phone', takenOn: clock.dayAgo(18) } as const;
  const beside = { satisfied: 2, worthwhile: 2, happy: 3, anxious: 8 };
  must(await at(clock.ago(18, '16:45')).measures.takeMeasure(sam, jordan, 'ons4', { ...first, answers: beside }));
  const sent = must(await at(clock.ago(5, '16:00')).measures.sendMeasure(sam, jordan, 'ons4', 'review'));
  const link = await linkTo(db, sent.id, jordan, clock.ago(5, '16:00'));
  const { own } = at(clock.ago(4, '05:10')).measures;
  must(await own.keep(link, { satisfied: 4, worthwhile: 6, happy: 5, anxious: 6 }));
  must(await own.finish(link));
}

/** What is in the letter that they got: the end of the address of their own page. */
async function linkTo(db: Database, measure: string, whose: string, now: Date): Promise<string> {
  const asked = { to: { person: whose }, person: whose, programme, words: en, publicUrl: 'https://demo.bothy.example', now };
  const letter = await db.inProgramme(programme.id, (tx) =>
    letters['measure-invitation']!(tx, measure, { ...asked, letter: ({ link }) => link?.url ?? '' }),
  );
  if (!('text' in letter)) throw new Error('The story cannot be told: no link to a page of his own.');
  return letter.text.slice(letter.text.lastIndexOf('/') + 1);
}
