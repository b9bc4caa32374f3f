import type { Words } from '../../../locales/en/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import type { Checked, Errors, Typed } from '../../platform/forms.ts';
import type { NewPlace, PlaceOffer, ServiceEdit, ServiceTyped } from '../edit.ts';
import { needs } from '../need.ts';
import { type Often, oftenOf, oftens, ruleOf } from '../often.ts';
import type { Closure, Schedule } from '../schedule.ts';
import { accessibilities, attendances, audiences, type CostOption, type ServiceStatus, statuses, waysToJoin } from '../service.ts';
import { typedTime } from '../../platform/typed-time.ts';
import { listOf, mostRows, readRows, rowsOf, textOf } from './edit-rows.ts';
import { readAddress, readEmail, readPhone } from './edit-values.ts';

type W = Words['editing'];

const timeTexts = (schedule: Schedule): Typed => ({
  ...(oftenOf(schedule) ?? { often: 'week-1', days: [] }),
  from: schedule.opensAt ?? '',
  to: schedule.closesAt ?? '',
  place: schedule.location ?? '',
  note: schedule.note,
  starts: schedule.validFrom ?? '',
  ends: oftenOf(schedule)?.often === 'once' ? '' : (schedule.validTo ?? ''),
});
const costTexts = ({ option, amount, currency }: CostOption): Typed => ({
  option,
  amount: amount === null ? '' : String(amount),
  currency,
});
const closureTexts = ({ from, to, note }: Closure): Typed => ({ from, to: to === from ? '' : to, note });

/** The times that the form has fields for, and those that it can only show and take out. */
export function timesOn(schedules: readonly Schedule[]): { rows: Schedule[]; kept: Schedule[] } {
  const rows = schedules.filter((schedule) => oftenOf(schedule)).slice(0, mostRows);
  return { rows, kept: schedules.filter((schedule) => !rows.includes(schedule)) };
}

/** A service as its form shows it. A service that has none of something gets an empty row for it. */
export function typedOf(service: ServiceEdit, words: Words['directory']): Typed {
  const known = (code: string) => Object.hasOwn(words.languages, code);
  const { whoFor, howToJoin, attendance, accessibility, name, description, eligibility, status } = service;
  return {
    ...{ name, description, eligibility, status },
    ...{
      needs: [...service.needs],
      whoFor: [...whoFor],
      howToJoin: [...howToJoin],
      attendance: [...attendance],
      accessibility: [...accessibility],
    },
    minAge: service.minAge === null ? '' : String(service.minAge),
    maxAge: service.maxAge === null ? '' : String(service.maxAge),
    free: service.free === null ? 'unknown' : service.free ? 'yes' : 'no',
    languages: service.languages.filter(known),
    otherLanguages: service.languages
      .filter((code) => !known(code))
      .map(languageName)
      .join(', '),
    chosen: service.locations.map(({ id }) => id),
    ...rowsOf('place', [], () => ({}), service.locations.length ? 0 : 1),
    ...rowsOf('time', timesOn(service.schedules).rows, timeTexts, 1),
    ...rowsOf('cost', service.costs, costTexts, 1),
    ...rowsOf('closure', service.closures, closureTexts, 1),
    ...rowsOf(
      'document',
      service.documents.map((text) => ({ text })),
      ({ text }) => ({ text }),
      1,
    ),
    ...{ phone: service.phone ?? '', email: service.email ?? '', url: service.url ?? '' },
    ...{ requestPhone: service.requestPhone ?? '', requestEmail: service.requestEmail ?? '' },
  };
}

const languageName = (code: string): string =>
  /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(code) ? (new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code) : code;

/** What was typed, as a service; or what is wrong, beside its field. `before` is what the form showed. */
export function readService(typed: Typed, before: ServiceEdit, places: readonly PlaceOffer[], all: Words): Checked<ServiceTyped> {
  const words = all.editing;
  const errors: Errors = {};
  const short = (name: keyof W['tooLong'], most: number) => {
    const text = textOf(typed, name);
    if (text.length > most) errors[name] = words.tooLong[name](most);
    return text;
  };
  const name = short('name', 200);
  if (!name) errors['name'] = words.errors.name;
  const [minAge, maxAge] = [ageIn(typed, 'minAge', errors, words), ageIn(typed, 'maxAge', errors, words)];
  if (minAge !== null && maxAge !== null && minAge > maxAge) errors['maxAge'] ??= words.errors.ageOrder;
  const costs = readRows(typed, { kind: 'cost', before: before.costs, texts: costTexts, errors, read: (row) => readCost(row, words) });
  const value: ServiceTyped = {
    name,
    description: short('description', 10_000),
    eligibility: short('eligibility', 2000),
    status: oneOf(statuses, textOf(typed, 'status')) ?? ('active' satisfies ServiceStatus),
    needs: among(needs, listOf(typed, 'needs')),
    whoFor: among(audiences, listOf(typed, 'whoFor')),
    howToJoin: among(waysToJoin, listOf(typed, 'howToJoin')),
    attendance: among(attendances, listOf(typed, 'attendance')),
    accessibility: among(accessibilities, listOf(typed, 'accessibility')),
    minAge,
    maxAge,
    free: textOf(typed, 'free') === 'yes' ? true : textOf(typed, 'free') === 'no' ? false : null,
    costs,
    languages: languagesIn(typed, before),
    chosen: listOf(typed, 'chosen').filter((id) => places.some((place) => place.id === id)),
    added: addedPlaces(typed, errors, words),
    schedules: timesIn(typed, before, errors, words),
    closures: readRows(typed, {
      kind: 'closure',
      before: before.closures,
      texts: closureTexts,
      errors,
      read: (row) => readClosure(row, words),
    }),
    documents: readRows(typed, {
      kind: 'document',
      before: before.documents.map((text) => ({ text })),
      texts: ({ text }) => ({ text }),
      errors,
      read: (row) => (row('text') ? { value: { text: row('text').slice(0, 300) } } : null),
    }).map(({ text }) => text),
    phone: readPhone(typed, 'phone', before.phone, errors, words),
    email: readEmail(typed, 'email', before.email, errors, words),
    url: readAddress(typed, 'url', before.url, errors, words),
    requestPhone: readPhone(typed, 'requestPhone', before.requestPhone, errors, words),
    requestEmail: readEmail(typed, 'requestEmail', before.requestEmail, errors, words),
    checkedToday: textOf(typed, 'checked') === 'yes',
  };
  if (value.free === true && costs.some(({ amount }) => amount !== null && amount > 0)) errors['free'] = words.errors.freeWithCost;
  return Object.keys(errors).length ? { ok: false, typed, errors } : { ok: true, value: inOrderOf(before, value) };
}

const among = <T extends string>(all: readonly T[], chosen: readonly string[]): T[] => all.filter((each) => chosen.includes(each));
const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined => all.find((each) => each === text);

/** Boxes are ticked in the order of the form. The same as before, in another order, is the same. */
function inOrderOf(before: ServiceEdit, typed: ServiceTyped): ServiceTyped {
  const same = <T>(now: readonly T[], was: readonly T[]) =>
    now.length === was.length && now.every((each) => was.includes(each)) ? was : now;
  return {
    ...typed,
    needs: same(typed.needs, before.needs),
    whoFor: same(typed.whoFor, before.whoFor),
    howToJoin: same(typed.howToJoin, before.howToJoin),
    attendance: same(typed.attendance, before.attendance),
    accessibility: same(typed.accessibility, before.accessibility),
    languages: same(typed.languages, before.languages),
    schedules: sameSchedules(typed.schedules, before.schedules),
  };
}

const sameSchedules = (now: readonly Schedule[], was: readonly Schedule[]) =>
  now.length === was.length && now.every((each) => was.includes(each)) ? was : now;

function ageIn(typed: Typed, name: 'minAge' | 'maxAge', errors: Errors, words: W): number | null {
  const text = textOf(typed, name);
  if (!text) return null;
  const age = Number(text);
  if (/^\d{1,3}$/.test(text) && age <= 120) return age;
  errors[name] = words.errors.age;
  return null;
}

function languagesIn(typed: Typed, before: ServiceEdit): string[] {
  const known = new Map(before.languages.map((code) => [languageName(code).toLowerCase(), code]));
  const others = textOf(typed, 'otherLanguages')
    .split(/[,;\n]/)
    .map((name) => name.trim().slice(0, 60))
    .filter(Boolean)
    .map((name) => known.get(name.toLowerCase()) ?? name);
  return [...new Set([...listOf(typed, 'languages'), ...others])].slice(0, 50);
}

type Row = (part: string) => string;

function readCost(row: Row, words: W): { value: CostOption } | { wrong: Record<string, string> } | null {
  const [option, text] = [row('option'), row('amount')];
  if (!option && !text) return null;
  const amount = text ? Number(text.replace(/^[£€$]\s*/, '').replaceAll(',', '')) : null;
  if (amount !== null && (Number.isNaN(amount) || amount < 0 || amount > 1_000_000)) return { wrong: { amount: words.errors.amount } };
  if (option.length > 500) return { wrong: { option: words.errors.costTooLong } };
  return { value: { option, amount, currency: /^[A-Z]{3}$/.test(row('currency')) ? row('currency') : 'GBP' } };
}

function readClosure(row: Row, words: W): { value: Closure } | { wrong: Record<string, string> } | null {
  const [from, to, note] = [row('from'), row('to'), row('note')];
  if (!from && !to && !note) return null;
  if (!isCalendarDay(from)) return { wrong: { from: words.errors.closureFrom } };
  if (to && !isCalendarDay(to)) return { wrong: { to: words.errors.day } };
  if (to && to < from) return { wrong: { to: words.errors.dayOrder } };
  return { value: { from, to: to || from, note: note.slice(0, 300) } };
}

/** Places that were typed, in their order. Shared with the form of an organisation. */
export const addedPlaces = (typed: Typed, errors: Errors, words: W): NewPlace[] =>
  readRows<NewPlace>(typed, {
    kind: 'place',
    before: [],
    texts: () => ({}),
    errors,
    read: (row) => {
      const place = {
        name: row('name'),
        address: row('address'),
        town: row('town'),
        postcode: row('postcode'),
        private: row('private') === 'yes',
      };
      if (!place.name && !place.address && !place.town && !place.postcode) return null;
      if (!place.town) return { wrong: { town: words.errors.town } };
      const long = (['name', 'address', 'town', 'postcode'] as const).find((part) => place[part].length > (part === 'postcode' ? 12 : 200));
      return long ? { wrong: { [long]: words.errors.placeTooLong } } : { value: place };
    },
  });

function timesIn(typed: Typed, before: ServiceEdit, errors: Errors, words: W): Schedule[] {
  const { rows, kept } = timesOn(before.schedules);
  const out = listOf(typed, 'time-keep-out');
  const read = readRows<Schedule>(typed, {
    kind: 'time',
    before: rows,
    texts: timeTexts,
    errors,
    read: (row, list) => readTime(row, list('days'), rows[Number(row('was') || -1)], words),
  });
  return [...kept.filter((_, nth) => !out.includes(String(nth))), ...read];
}

function readTime(
  row: Row,
  days: string[],
  was: Schedule | undefined,
  words: W,
): { value: Schedule } | { wrong: Record<string, string> } | null {
  const [from, to, starts, ends, note] = [row('from'), row('to'), row('starts'), row('ends'), row('note')];
  if (![from, to, starts, ends, note, ...days].some(Boolean)) return null;
  const often: Often = oneOf(oftens, row('often')) ?? 'week-1';
  const [opensAt, closesAt] = [from ? typedTime(from) : null, to ? typedTime(to) : null];
  const wrong: Record<string, string> = {
    ...(often !== 'once' && !days.length && { days: words.errors.days }),
    ...(opensAt === undefined && { from: words.errors.time }),
    ...(closesAt === undefined && { to: words.errors.time }),
    ...(!from && to && { from: words.errors.timeFrom }),
    ...(starts && !isCalendarDay(starts) && { starts: words.errors.day }),
    ...(ends && !isCalendarDay(ends) && { ends: words.errors.day }),
    ...(starts && ends && ends < starts && { ends: words.errors.dayOrder }),
    ...(often === 'once' && !starts && { starts: words.errors.once }),
    // Which weeks "every other week" means is known from its first day alone.
    ...(/^week-[234]$/.test(often) && !starts && !(was && was.validFrom === null && was.interval > 1) && { starts: words.errors.firstDay }),
    ...(note.length > 1000 && { note: words.errors.noteTooLong }),
  };
  if (Object.keys(wrong).length) return { wrong };
  const validTo = often === 'once' ? starts : ends || null;
  return {
    value: {
      ...ruleOf(often, days),
      opensAt: opensAt ?? null,
      closesAt: closesAt ?? null,
      validFrom: starts || null,
      validTo,
      note,
      location: row('place') || null,
    },
  };
}
