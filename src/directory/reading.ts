import type { Daypart } from './search.ts';
import type { Weekday } from './schedule.ts';

/** What a few words of a question say besides naming a thing: when, at what age, for how much. `from` and `to` are positions of words. */
export type Remark = { from: number; to: number } & (
  | { kind: 'days'; days: readonly Weekday[] }
  | { kind: 'times'; times: readonly Daypart[] }
  | { kind: 'age'; age: number }
  | { kind: 'free' }
  | { kind: 'room' }
);

const dayNames: Record<string, readonly Weekday[]> = {
  monday: ['MO'],
  tuesday: ['TU'],
  tues: ['TU'],
  wednesday: ['WE'],
  weds: ['WE'],
  thursday: ['TH'],
  thurs: ['TH'],
  friday: ['FR'],
  saturday: ['SA'],
  sunday: ['SU'],
  sabbath: ['SU'],
  weekend: ['SA', 'SU'],
  weekday: ['MO', 'TU', 'WE', 'TH', 'FR'],
};
const partNames: Record<string, readonly Daypart[]> = {
  morning: ['morning'],
  afternoon: ['afternoon'],
  evening: ['evening'],
  night: ['evening', 'night'],
  overnight: ['night'],
};
const decades: Record<string, number> = { fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const toldOf: readonly string[] = ['aged', 'age', 'is', 'who', 'he', 'she', 'im', 'turned', 'am', 'nearly', 'almost'];
const phrases: readonly (readonly [kind: 'free' | 'room', words: string])[] = [
  ['free', 'free of charge'],
  ['free', 'costs nothing'],
  ['free', 'cost nothing'],
  ['free', 'no cost'],
  ['free', 'for nothing'],
  ['free', 'without paying'],
  ['free', 'dont have to pay'],
  ['free', 'free'],
  ['room', 'no waiting list'],
  ['room', 'no wait'],
  ['room', 'without a wait'],
  ['room', 'straight away'],
  ['room', 'right away'],
  ['room', 'as soon as possible'],
  ['room', 'with space'],
  ['room', 'has room'],
  ['room', 'with room'],
  ['room', 'has space'],
];

/** All such remarks in the words of a question. */
export function remarksIn(words: readonly string[]): Remark[] {
  const remarks: Remark[] = [];
  for (let at = 0; at < words.length; at++) {
    const remark = remarkAt(words, at);
    if (!remark) continue;
    remarks.push(remark);
    at = remark.to - 1;
  }
  return remarks;
}

function remarkAt(words: readonly string[], at: number): Remark | undefined {
  const word = words[at]!.replace(/s$/, '');
  const here = (length: number) => ({ from: at, to: at + length });
  const days = dayNames[word] ?? dayNames[words[at]!];
  if (days) return { ...here(1), kind: 'days', days };
  if (word === 'after' && words[at + 1] === 'work') return { ...here(2), kind: 'times', times: ['evening'] };
  if (partNames[word]) return { ...here(1), kind: 'times', times: partNames[word] };
  const said = phrases.find(([, phrase]) => phrase.split(' ').every((each, nth) => words[at + nth] === each));
  if (said && !(said[1] === 'free' && ['from', 'time'].includes(words[at + 1] ?? ''))) {
    return { ...here(said[1].split(' ').length), kind: said[0] };
  }
  return ageAt(words, at);
}

function ageAt(words: readonly string[], at: number): Remark | undefined {
  const [, digits, unit] = /^(\d{1,3})(s|yr|yrs|yo|year|years)?$/.exec(words[at]!) ?? [];
  const age = digits ? Number(digits) : (decades[words[at]!.replace(/ies$/, 'y')] ?? null);
  if (age === null || age > 115) return undefined;
  const next = words[at + 1] ?? '';
  const years = ['year', 'years', 'yr', 'yrs', 'yo', 'y'].includes(next);
  const told = toldOf.includes(words[at - 1] ?? '') && age >= 10 && !/^(km|mile|week|month|minute|hour|kid|child|time|day)/.test(next);
  if (!years && !told && !unit) return undefined;
  if (unit === 's' && age < 20) return undefined;
  return { from: at, to: at + 1 + (years ? 1 + Number(words[at + 2] === 'old') : 0), kind: 'age', age };
}
