import { type Schedule, type Weekday, weekdays } from './schedule.ts';

/** How a language writes times: `nth` by the number that a rule has, -1 the last; `ofMonth` and the rest are words that join. */
export type TimesWords = {
  days: Readonly<Record<string, string>>;
  nth: Readonly<Record<string, string>>;
  ofMonth: string;
  everyWeeks: (weeks: number) => string;
  and: string;
  to: string;
  at: string;
  /** What else is understood, in lower case, and by what it stands in for. */
  understood: Readonly<Record<string, string>>;
  /** Words that say nothing here. */
  passedOver: readonly string[];
};

type Places = readonly { id: string; name: string }[];

/** A schedule as a line that can be written, read and changed by anybody: `Tuesday and Thursday, 10:00 to 12:00, at the Town Hall, term time`. */
export function timeLine(schedule: Schedule, words: TimesWords, places: Places): string {
  const { freq, interval, byDay, opensAt, closesAt, note, location } = schedule;
  const days = byDay.map((code) =>
    [words.nth[String(Number(code.slice(0, -2)) || '')], words.days[code.slice(-2)] ?? code].filter(Boolean).join(' '),
  );
  const place = places.length > 1 ? places.find(({ id }) => id === location)?.name : undefined;
  const often = freq === 'weekly' && interval > 1 ? words.everyWeeks(interval) : '';
  const when = [often, days.join(` ${words.and} `), freq === 'monthly' ? words.ofMonth : ''].filter(Boolean).join(' ');
  const clock = opensAt && closesAt ? `${opensAt} ${words.to} ${closesAt}` : (opensAt ?? '');
  return [capital(when), clock, place && `${words.at} ${place}`, note.replaceAll('\n', ' ')].filter(Boolean).join(', ');
}

/** The schedules that lines say, or the number, from 1, of the first that cannot be read. A line that is there already keeps all that is known of it. */
export function schedulesIn(
  text: string,
  known: readonly Schedule[],
  words: TimesWords,
  places: Places,
): { ok: true; value: Schedule[] } | { ok: false; line: number } {
  const left = known.map((schedule) => ({ schedule, line: folded(timeLine(schedule, words, places)) }));
  const value: Schedule[] = [];
  for (const [nth, line] of text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
    .entries()) {
    const same = left.findIndex((each) => each.line === folded(line));
    const read = same < 0 ? scheduleIn(line, usualPlace(known), words, places) : left.splice(same, 1)[0]!.schedule;
    if (!read) return { ok: false, line: nth + 1 };
    value.push(read);
  }
  return { ok: true, value };
}

/** Where a time is that does not say so: where all of them are. */
const usualPlace = (known: readonly Schedule[]): string | null => {
  const all = new Set(known.map(({ location }) => location));
  return all.size === 1 ? [...all][0]! : null;
};

const time = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?`;
const span = new RegExp(String.raw`(?<![\w:.])${time}\s*(?:-|–|—|to|until|till)\s*${time}(?=$|[\s,.;])`, 'i');
const moment = /(?<![\w:.])(\d{1,2})(?:[:.](\d{2})\s*(am|pm)?|\s*(am|pm))(?=$|[\s,.;])/i;

function scheduleIn(line: string, usual: string | null, words: TimesWords, places: Places): Schedule | undefined {
  const clock = clockIn(line);
  if (!clock) return undefined;
  const rule = ruleIn(clock.before, words);
  if (!rule) return undefined;
  const parts = clock.after
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const at = (part: string) => places.find(({ name }) => name && folded(part) === folded(`${words.at} ${name}`));
  const place = parts.map(at).find((found) => found !== undefined);
  const note = parts.filter((part) => !at(part)).join(', ');
  return { ...rule, opensAt: clock.opensAt, closesAt: clock.closesAt, validFrom: null, validTo: null, note, location: place?.id ?? usual };
}

type ClockIn = { before: string; after: string; opensAt: string | null; closesAt: string | null };

function clockIn(line: string): ClockIn | undefined {
  const found = span.exec(line);
  if (found) {
    const [, h1 = '', m1 = '', half1 = '', h2 = '', m2 = '', half2 = ''] = found;
    // "2 to 4pm" begins in the afternoon, "10 to 12pm" does not.
    const opensAt = clockTime(h1, m1, half1 || (Number(h1) < Number(h2) && Number(h2) < 12 ? half2 : ''));
    const closesAt = clockTime(h2, m2, half2 || (isMorning(h1, half1) && Number(h2) < Number(h1) ? 'pm' : ''), true);
    return opensAt && closesAt ? { ...around(line, found), opensAt, closesAt } : undefined;
  }
  const one = moment.exec(line);
  if (!one) return { before: line.split(',')[0]!, after: line.split(',').slice(1).join(','), opensAt: null, closesAt: null };
  const opensAt = clockTime(one[1]!, one[2] ?? '', one[3] ?? one[4] ?? '');
  return opensAt ? { ...around(line, one), opensAt, closesAt: null } : undefined;
}

/** "9 to 5" ends in the afternoon. */
const isMorning = (hours: string, half: string): boolean => Number(hours) < 12 && !/pm/i.test(half);

const around = (line: string, { index, 0: whole }: RegExpExecArray) => ({
  before: line.slice(0, index),
  after: line.slice(index + whole.length),
});

/** 'HH:MM'; undefined for what no clock shows, and for a bare "2", which may be night or day. */
function clockTime(hours: string, minutes: string, half: string, isEnd = false): string | undefined {
  const twelve = /^[ap]m$/i.test(half);
  if (!twelve && !isEnd && hours.length === 1 && Number(hours) < 7) return undefined;
  if (twelve && (Number(hours) < 1 || Number(hours) > 12)) return undefined;
  const hour = twelve ? (Number(hours) % 12) + (/^pm$/i.test(half) ? 12 : 0) : Number(hours);
  return hour > 23 || Number(minutes) > 59 ? undefined : `${String(hour).padStart(2, '0')}:${(minutes || '00').padStart(2, '0')}`;
}

type Rule = Pick<Schedule, 'freq' | 'interval' | 'byDay' | 'byMonthDay'>;

/** Which days, in whatever order they are said; undefined when there is none, or a word that nobody knows. */
function ruleIn(text: string, words: TimesWords): Rule | undefined {
  const days = new Map<string, Weekday>(
    weekdays.flatMap((code) => {
      const name = folded(words.days[code] ?? code);
      return [name, `${name}s`, name.slice(0, 3)].map((said): [string, Weekday] => [said, code]);
    }),
  );
  const nths = new Map(Object.entries(words.nth).map(([number, name]) => [folded(name), number]));
  const ordinary = Object.entries(words.understood).reduce((said, [one, other]) => said.replaceAll(one, other), ` ${folded(text)} `);
  const interval = Number(/\b(\d{1,2}) weeks?\b/.exec(ordinary)?.[1] ?? 1);
  const byDay: string[] = [];
  let nth: string[] = [];
  let through = false;
  for (const word of ordinary
    .replace(/\b\d{1,2} weeks?\b/, ' ')
    .replaceAll(/[-–—]/g, ` ${words.to} `)
    .split(/[\s,;&/]+/)) {
    const day = days.get(word.replace(/[.:]$/, ''));
    if (day && through) byDay.push(...between(byDay.at(-1), day));
    else if (day) byDay.push(...(nth.length ? nth.map((number) => `${number}${day}`) : [day]));
    else if (nths.has(word)) nth.push(nths.get(word)!);
    else if (word && word !== words.to && !words.passedOver.includes(word)) return undefined;
    if (day) nth = [];
    if (word) through = word === words.to;
  }
  const monthly = byDay.some((code) => code.length > 2);
  const mixed = monthly && (interval > 1 || byDay.some((code) => code.length === 2));
  if (!byDay.length || nth.length || mixed || interval < 1 || interval > 60) return undefined;
  return { freq: monthly ? 'monthly' : 'weekly', interval, byDay: [...new Set(byDay)], byMonthDay: [] };
}

/** The days after one up to another: "Monday to Friday". */
function between(from: string | undefined, to: Weekday): string[] {
  const first = weekdays.indexOf(from as Weekday);
  if (first < 0) return [to];
  const days = (weekdays.indexOf(to) - first + 7) % 7;
  return Array.from({ length: days }, (_, nth) => weekdays[(first + nth + 1) % 7]!);
}

const folded = (text: string): string => text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
