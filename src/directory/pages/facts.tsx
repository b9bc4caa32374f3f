import type { Words } from '../../../locales/en/index.ts';
import { formatDate, relativeDay, Tag, useWords } from '../../design/index.ts';
import type { Freshness } from '../freshness.ts';
import type { Room } from '../room.ts';
import type { NextTime, Schedule } from '../schedule.ts';
import type { Search } from '../search.ts';
import type { Location, Service } from '../service.ts';

type W = Words['directory'];

export function RoomTag({ room }: { room: Room }) {
  const { room: words } = useWords().directory;
  if (room.kind === 'room') return <Tag colour="green">{words.room(room.available, room.unit)}</Tag>;
  if (room.kind === 'paused') return <Tag colour="red">{words.paused(room.until && formatDate(room.until))}</Tag>;
  if (room.kind === 'waiting') return <Tag colour="yellow">{words.waiting(room.weeks)}</Tag>;
  return <Tag colour={room.kind === 'full' ? 'red' : 'grey'}>{words[room.kind]}</Tag>;
}

export function Checked({ freshness }: { freshness: Freshness }) {
  const { freshness: words } = useWords().directory;
  if (freshness.kind === 'never') return <>{words.never}</>;
  const checked = words.checked(words.ago(freshness.ago), freshness.by);
  return freshness.kind === 'stale' ? (
    <>
      {checked}. <strong class="bothy-late">{words.stale}</strong>
    </>
  ) : (
    <>{checked}</>
  );
}

const clock = (from: string | null, to: string | null, w: W): string => (from && to ? w.times.fromTo(from, to) : (from ?? ''));

/** `Tue 24 Nov, 10:00 to 12:00`, or `On now, until 12:00`. */
export function nextLine(next: NextTime | undefined, words: Words, now: Date, timeZone: string): string | undefined {
  if (!next) return undefined;
  const w = words.directory;
  if (next.on) return [w.times.onNow, next.closesAt && w.times.until(next.closesAt)].filter(Boolean).join(' ');
  const day = relativeDay(next.day, { now, words, timeZone });
  const line = [day.charAt(0).toUpperCase() + day.slice(1), clock(next.opensAt, next.closesAt, w)].filter(Boolean).join(', ');
  return next.closed ? `${line} ${closedLine(next.closed, words)}` : line;
}

/** `(closed 25 December 2026 to 2 January 2027)` */
const closedLine = ({ from, to }: NonNullable<NextTime['closed']>, { finding }: Words): string =>
  from === to ? finding.closedOn(formatDate(from)) : finding.closed(formatDate(from), formatDate(to));

/** `Every Tuesday, 10:00 to 12:00, until 30 June 2027`. */
export function scheduleLine(schedule: Schedule, w: W, today: string): string {
  const { freq, interval, byDay, byMonthDay, opensAt, closesAt, validFrom, validTo, note } = schedule;
  const list = (texts: readonly string[]) => new Intl.ListFormat('en-GB').format(texts);
  const dayName = (code: string) => w.days[code.slice(-2) as keyof W['days']] ?? code;
  const weekly = list(byDay.map(dayName));
  const monthly = list([...byMonthDay.map(w.times.date), ...byDay.map((code) => w.times.nth(Number(code.slice(0, -2)), dayName(code)))]);
  const days =
    freq === 'monthly'
      ? monthly && w.times.ofMonth(monthly, interval)
      : weekly && (interval === 1 ? w.times.every(weekly) : w.times.everyWeeks(interval, weekly));
  const from = validFrom && validFrom > today ? w.times.from(formatDate(validFrom)) : '';
  return [days || w.times.regularly, clock(opensAt, closesAt, w), from, validTo && w.times.to(formatDate(validTo)), note]
    .filter(Boolean)
    .join(', ');
}

export function costLine({ free, costs }: Pick<Service, 'free' | 'costs'>, w: W): string {
  if (free) return w.free;
  const options = costs.map(({ option, amount, currency }) =>
    [amount === null ? '' : w.amount(amount, currency), option].filter(Boolean).join(' '),
  );
  return options.join('; ') || (free === null ? w.costUnknown : w.costs);
}

/** Names of codes as one line: `Just turn up, by appointment`. */
export const listed = (texts: readonly string[]): string =>
  texts.map((text, nth) => (nth && /^(?:\p{Lu}\p{Ll}|A )/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)).join(', ');

export const joinLine = (howToJoin: Service['howToJoin'], w: W): string =>
  listed(howToJoin.map((way) => w.waysToJoin[way])) || w.joinUnknown;

/** Who may come, where not everybody may: `Men, 18 and over`. */
export function whoLine({ whoFor, minAge, maxAge }: Pick<Service, 'whoFor' | 'minAge' | 'maxAge'>, w: W): string {
  const audiences = whoFor.includes('everyone') ? [] : whoFor.map((code) => w.audiences[code]);
  return listed([...audiences, ...(minAge === null && maxAge === null ? [] : [agesLine({ minAge, maxAge }, w)])]);
}

export const whereLine = (location: Location): string =>
  [location.name, location.address, location.town, location.postcode].filter(Boolean).join(', ');

/** The search said back in a line: `Loneliness, within 5 km of Castle Douglas, free`. */
export function searchLine(search: Search, w: W): string {
  const { search: s } = w;
  const parts = [
    search.words && `“${search.words}”`,
    listed(search.needs.map((need) => w.needs[need])),
    search.place && (search.km === null ? s.nearPlace(search.place) : s.withinOf(search.km, search.place)),
    search.whoFor && w.audiences[search.whoFor],
    search.age !== null && s.forAge(search.age),
    search.days.length > 0 && s.on(search.days.map((day) => w.days[day]).join(', ')),
    ...search.attendance.map((way) => w.attendances[way]),
    search.free && s.freeOnly,
    search.room && s.roomOnly,
  ];
  return parts.filter(Boolean).join(', ') || s.everything;
}

export function agesLine({ minAge, maxAge }: Pick<Service, 'minAge' | 'maxAge'>, w: W): string {
  if (minAge !== null && maxAge !== null) return w.service.between(minAge, maxAge);
  if (minAge !== null) return w.service.from(minAge);
  return maxAge === null ? w.service.allAges : w.service.upTo(maxAge);
}
