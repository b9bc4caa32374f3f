/** Words that say what an organisation is by law, or nothing at all: two names may differ in them and mean the same. */
const empty = new Set(
  'a an and at by for from in of on the to with ltd limited cic cio scio plc llp inc incorporated company co charity charitable registered'.split(
    ' ',
  ),
);
const spelt: Readonly<Record<string, string>> = {
  center: 'centre',
  centers: 'centre',
  centres: 'centre',
  saint: 'st',
  assoc: 'association',
  grp: 'group',
};

/** The words of a name as they are compared: no case, accents, apostrophes or small words. */
export const tokensOf = (name: string): string[] => {
  const all = folded(name).split(' ').filter(Boolean);
  const telling = all.filter((token) => !empty.has(token));
  return (telling.length ? telling : all).map((token) => spelt[token] ?? singular(token));
};

export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const singular = (token: string): string => (token.length > 4 && /[^sui]s$/.test(token) ? token.slice(0, -1) : token);

/** `score` 0 to 1. `rivals`: each name has a word that the other lacks. `apart`: they differ in a number, a day, an age or a level. */
export type NameLikeness = { score: number; rivals: boolean; apart: boolean };

/** How alike two names are: the share of their letters that stand in words which both have, mistyped ones included. */
export function nameLikeness(one: string, other: string): NameLikeness {
  const [left, right] = [tokensOf(one), tokensOf(other)];
  const free = [...right];
  const alone: string[] = [];
  let shared = 0;
  for (const token of left) {
    const nth = closest(token, free);
    if (nth < 0) alone.push(token);
    else {
      shared += token.length + free[nth]!.length;
      free.splice(nth, 1);
    }
  }
  const whole = [...left, ...right].join('').length;
  if (left.length && left.join('') === right.join('')) return { score: 1, rivals: false, apart: false };
  return { score: whole ? shared / whole : 0, rivals: alone.length > 0 && free.length > 0, apart: [...alone, ...free].some(tellsApart) };
}

function closest(token: string, among: readonly string[]): number {
  const same = among.indexOf(token);
  return same >= 0 ? same : among.findIndex((other) => isMistyped(token, other));
}

const isMistyped = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= 5 && !tellsApart(one) && !tellsApart(other) && isOneStepAway(one, other);

/** One letter more, less, other, or two changed round. */
function isOneStepAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const rest = (text: string, from: number) => text.slice(from);
  if (long.length > short.length) return rest(short, start) === rest(long, start + 1);
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return rest(short, start + 1) === rest(long, start + 1) || (swapped && rest(short, start + 2) === rest(long, start + 2));
}

const telling = new Set(
  [
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
    'morning afternoon evening lunchtime daytime weekend weekday spring summer autumn winter',
    'men man women woman boy girl male female mother father mum dad parent baby babies toddler child children junior youth young teen teenager adult older senior carer family',
    'beginner improver intermediate advanced introduction online telephone phone home north south east west upper lower new',
    'one two three four five six seven eight nine ten first second third i ii iii iv',
  ]
    .join(' ')
    .split(' ')
    .map((word) => spelt[word] ?? singular(word)),
);

/** A word that is there to tell one of several alike from the others. */
const tellsApart = (token: string): boolean => /\d/.test(token) || telling.has(token);
