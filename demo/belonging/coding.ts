import { en } from '../../locales/en/index.ts';
import type { Account, Asker } from '../../src/identity/index.ts';
import type { Database } from '../../src/platform/database.ts';
import { openCoding } from '../../src/voice/index.ts';
import { openClock } from '../clock.ts';
import { accounts, programme } from '../programme.ts';

const words = { shipped: en.coding.shipped, needs: en.directory.needs };
const as = (account: Omit<Account, 'passwordHash'>): Asker => ({ ...account, programme, practiceName: null });
const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`The story cannot be coded: ${JSON.stringify(result.error)}`);
  return result.value;
};

const being = 'Being there';
/** How each sentence begins or ends, and what each of the two made of it. Where they differ they had something to talk about. */
const read: readonly { title: string; sam?: Marks; rhona: Marks }[] = [
  {
    title: 'Somebody says it back',
    sam: {
      'people crossed the road': ['Bereavement', 'Loneliness'],
      'The nurse asked': ['Reaching those left out'],
      'Nobody had asked me': ['Feeling safe'],
      'He sat beside me': [being, 'Feeling safe'],
      'somebody says it back': ['Loneliness'],
    },
    rhona: {
      'people crossed the road': ['Bereavement', 'Loneliness'],
      'The nurse asked': ['Reaching those left out', 'Identity'],
      'Nobody had asked me': ['Feeling safe'],
      'He sat beside me': [being],
      'The nights are still long': ['Bereavement'],
      'somebody says it back': ['Bereavement'],
    },
  },
  {
    title: 'Still on the list',
    sam: {
      'I had not been over the door': ['Loneliness'],
      'twelve minutes': ['Loneliness', 'Change of the whole institution'],
      'lets me talk': [being],
      'I do not mind waiting': [being, 'Simple, practical tools'],
    },
    rhona: {
      'I had not been over the door': ['Loneliness', 'Reaching those left out'],
      'twelve minutes': ['Change of the whole institution'],
      'lets me talk': [being, 'Feeling safe'],
      'I do not mind waiting': [being],
    },
  },
  {
    title: 'A carrier bag and a kettle',
    sam: {
      'That was the whole visit': [being],
      'No form has a box for it': ['Showing what it does', 'Power'],
      'there was a refund': ['Money or debt'],
      'being there when the bag is opened': [being, 'Identity'],
    },
    rhona: {
      'That was the whole visit': [being],
      'No form has a box for it': ['Showing what it does'],
      'there was a refund': ['Money or debt'],
      'being there when the bag is opened': [being, 'Identity'],
    },
  },
  // Rhona has read it; Sam has not begun.
  {
    title: 'At the back, with the new ones',
    rhona: {
      'feart of my own stairs': ['Getting active', 'Feeling safe'],
      'He went up them with me': [being, 'Feeling safe'],
      'at the back, with the slow ones': ['Getting active'],
      'that is where the new ones are': ['Purpose or volunteering'],
    },
  },
];
type Marks = Readonly<Record<string, readonly string[]>>;

/** Sam and Rhona read what people told, each on their own, and then see where they agree. */
export async function tellCoding(db: Database, now: Date): Promise<void> {
  const { ago } = openClock(now, programme.settings.timeZone);
  const at = (instant: Date) => openCoding({ db, now: () => instant });
  const [sam, rhona] = [as(accounts.sam), as(accounts.rhona)];
  must(
    await at(ago(9, '09:00')).addCode(sam, words, {
      ...{ name: being, parent: null, colour: '#1f5f8b' },
      description: 'Somebody was there, in the room or on the phone, for as long as it took.',
      useWhen: 'What helped was company itself, and not advice or a place to go.',
      notWhen: 'Somebody only passed on a number or a leaflet.',
    }),
  );
  const { codes } = must(await at(ago(9, '09:05')).seeCodebook(sam, words));
  const idOf = (name: string) => codes.find((code) => code.name === name && code.codable)?.id ?? '';
  for (const [reader, days] of [
    [sam, 8],
    [rhona, 7],
  ] as const) {
    const then = at(ago(days, '16:00'));
    const { texts } = must(await then.seeTexts(reader));
    for (const { title, ...marks } of read) {
      const given = reader === sam ? marks.sam : marks.rhona;
      const text = texts.find((each) => each.title === title);
      if (!given || !text) continue;
      must(await then.begin(reader, text.id));
      for (const [part, names] of Object.entries(given)) {
        const ticked = text.sentences.flatMap(({ from, to }, index) => (text.words.slice(from, to).includes(part) ? [index] : []));
        must(await then.code(reader, words, text.id, { version: text.version, codes: names.map(idOf), ticked, free: undefined }));
      }
      must(await at(ago(days, '16:40')).finish(reader, text.id));
    }
  }
  const later = at(ago(6, '12:30'));
  must(
    await later.addThought(
      rhona,
      words,
      null,
      'In every story somebody came along the first time. None of our forms has a place for that.',
    ),
  );
  must(
    await later.addThought(
      sam,
      words,
      idOf(being),
      'We differed on the café: I saw safety as well. We agreed that being there comes first, and safety is what it makes.',
    ),
  );
}
