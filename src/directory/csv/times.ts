import { weekdays } from '../schedule.ts';
import { typedTime } from '../../platform/typed-time.ts';
import type { Raw } from '../feed/raw.ts';

const dayPatterns = [
  'mon(?:day)?s?',
  'tue(?:s|sday)?s?',
  'wed(?:s|nesday)?s?',
  'thu(?:r|rs|rsday)?s?',
  'fri(?:day)?s?',
  'sat(?:urday)?s?',
  'sun(?:day)?s?',
].map((pattern) => new RegExp(`^${pattern}$`));
const dayIndex = (word: string): number => dayPatterns.findIndex((pattern) => pattern.test(word));

const nths: Readonly<Record<string, string>> = {
  first: '1',
  '1st': '1',
  second: '2',
  '2nd': '2',
  third: '3',
  '3rd': '3',
  fourth: '4',
  '4th': '4',
  last: '-1',
};
const passedOver = new Set([
  'every',
  'each',
  'on',
  'the',
  'of',
  'in',
  'month',
  'and',
  'from',
  'at',
  'weekly',
  'monthly',
  'between',
  'runs',
  'open',
  'a',
]);

const clock = String.raw`(\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|noon|midday)`;
const span = new RegExp(String.raw`${clock}\s*(?:-|–|—|to|until|till)\s*${clock}(?![\d:])`, 'i');
const moment = new RegExp(String.raw`(?<![\d:.])(\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?![\d:])`, 'i');

/** The schedules of HSDS that a text such as 'Tue & Thu 10-12' says; undefined when some of it cannot be read. */
export function schedulesIn(text: string, idFor: (nth: number) => string): Raw[] | undefined {
  const parts = text
    .split(/[;\n|]|,(?=\s*[a-z]+\s+\d)/i)
    .map((part) => part.trim())
    .filter(Boolean);
  const schedules = parts.map((part, nth) => scheduleIn(part, idFor(nth)));
  return parts.length && schedules.every((schedule) => schedule !== undefined) ? (schedules as Raw[]) : undefined;
}

function scheduleIn(part: string, id: string): Raw | undefined {
  const found = span.exec(part) ?? moment.exec(part);
  const [from, to] = found ? clocksOf(found) : [undefined, undefined];
  if (found && (!from || (found[2] && !to))) return undefined;
  // A dash between two days says all of them.
  const said = (found ? part.replace(found[0], ' ') : part).toLowerCase().replace(/\b([a-z]+)\s*(?:-|–|to|until)\s*([a-z]+)\b/g, '$1 ~ $2');
  const rule = ruleIn(said.split(/[\s,&/+.:()]+/).filter(Boolean));
  return rule && { id, ...rule, ...(from && { opens_at: from }), ...(to && { closes_at: to }) };
}

/** '10-12pm' begins in the morning, '2-4pm' does not. */
function clocksOf([, one = '', other = '']: RegExpExecArray): (string | undefined)[] {
  const half = /[ap]\.?m/i.exec(other)?.[0] ?? '';
  const [first, second] = [Number.parseInt(one, 10), Number.parseInt(other, 10)];
  const shared = half && !/[apn]/i.test(one) && first < second && second < 12 ? half : '';
  const [from, to] = [typedTime(`${one}${shared}`), other ? typedTime(other) : undefined];
  // '7-9' in the evening is written so as often as '10-12' in the morning, and nobody can tell: only what cannot be is mended.
  return [from, to && from && to < from && !half ? typedTime(`${other.trim()}pm`) : to];
}

function ruleIn(words: readonly string[]): Raw | undefined {
  const days: string[] = [];
  let nth: string[] = [];
  let interval = 1;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const day = dayIndex(word);
    const until = words[at + 1] === '~' ? dayIndex(words[at + 2] ?? '') : -1;
    if (day >= 0 && until >= 0) {
      for (let each = day; ; each = (each + 1) % 7) {
        days.push(weekdays[each]!);
        if (each === until) break;
      }
      at += 2;
    } else if (day >= 0) {
      days.push(...(nth.length ? nth.map((which) => `${which}${weekdays[day]!}`) : [weekdays[day]!]));
      nth = [];
    } else if (Object.hasOwn(nths, word)) nth.push(nths[word]!);
    else if (word === 'fortnightly' || word === 'fortnight' || word === 'alternate' || (word === 'other' && words[at - 1] === 'every'))
      interval = 2;
    else if (word === 'weekdays' || word === 'weekday') days.push(...weekdays.slice(0, 5));
    else if (word === 'weekends' || word === 'weekend') days.push('SA', 'SU');
    else if (word === 'daily' || (word === 'day' && words[at - 1] === 'every')) days.push(...weekdays);
    else if (!passedOver.has(word)) return undefined;
  }
  const monthly = days.some((day) => day.length > 2);
  if (!days.length || nth.length || (monthly && days.some((day) => day.length === 2))) return undefined;
  return { freq: monthly ? 'MONTHLY' : 'WEEKLY', interval: monthly ? 1 : interval, byday: [...new Set(days)].join(',') };
}
