import { idFrom } from '../feed/ids.ts';
import { toSchedule } from '../feed/map-schedule.ts';
import { toLocation } from '../feed/map-location.ts';
import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import type { Schedule } from '../schedule.ts';
import type { Location } from '../service.ts';
import { alike, pairedWith, type Slot } from './lists.ts';

type Placed = { raw: Raw; location: string | null };
/** A time, and at which of the places it stands; null for the service itself. */
type Time = { schedule: Raw; at: number | null };

/**
 * Where and when, after somebody has changed it. A place that the form does not show, such as a video call, stays; so does all that a time says
 * beyond its rule.
 */
export function placesAndTimes(
  whole: Raw,
  before: readonly Location[],
  locations: readonly Location[],
  schedules: readonly Schedule[],
): Raw {
  const id = textIn(whole['id']);
  const kept = new Set(locations.map((location) => location.id));
  const shown = new Set(before.map((location) => location.id));
  const placed = rawsIn(whole['service_at_locations']).map((raw): Placed => ({ raw, location: locationOf(raw, id) }));
  const staying = placed.filter(({ location }) => location === null || kept.has(location) || !shown.has(location));
  const present = new Set(staying.map(({ location }) => location));
  const added = locations
    .filter((location) => !present.has(location.id))
    .map((location): Placed => ({ raw: { id: idFrom(`${id} at ${location.id}`), location: { id: location.id } }, location: location.id }));
  const all = [...staying, ...added];

  const slots = withTwins([
    ...rawsIn(whole['schedules']).map((schedule) => ({ raw: { schedule, at: null }, value: toSchedule(schedule, null, new Map()) })),
    ...staying.flatMap(({ raw, location }, at) =>
      rawsIn(raw['schedules']).map((schedule) => ({ raw: { schedule, at }, value: toSchedule(schedule, location, new Map()) })),
    ),
  ]);
  const { unread, paired } = pairedWith(slots, schedules, likeness);
  const times: Time[] = [
    ...unread,
    ...paired.flatMap(({ value, raw, same }, nth): Time[] => {
      if (raw && same) return [raw, ...raw.twins];
      const there = raw && placeAt(all, raw.at) === value.location ? raw.at : atOf(all, value.location);
      const was = raw?.schedule ?? { id: idFrom(`${id} time ${nth} ${JSON.stringify(value)}`) };
      return [
        { schedule: rewritten(was, value), at: there },
        ...(raw?.twins ?? []).map((twin) => ({ ...twin, schedule: rewritten(twin.schedule, value) })),
      ];
    }),
  ];
  const at = (place: number | null) => times.filter((time) => time.at === place).map(({ schedule }) => schedule);
  return {
    schedules: at(null),
    service_at_locations: all.map(({ raw }, nth) => withList(stubbed(raw), 'schedules', at(nth))),
  };
}

/** A time that is told of the service and of its place again, by one id, is one. */
function withTwins(slots: readonly Slot<Time, Schedule>[]): Slot<Time & { twins: Time[] }, Schedule>[] {
  const groups = Map.groupBy(slots, (slot) => textIn(slot.raw.schedule['id']) || slot);
  return [...groups.values()].map((group) => {
    const { raw, value } = group.at(-1)!;
    return { raw: { ...raw, twins: group.slice(0, -1).map((twin) => twin.raw) }, value };
  });
}

const locationOf = (placed: Raw, owner: string): string | null => {
  const raw = placed['location'];
  return isRaw(raw) ? (toLocation(raw, owner, false, new Map())?.id ?? null) : null;
};

const placeAt = (all: readonly Placed[], at: number | null): string | null => (at === null ? null : (all[at]?.location ?? null));
const atOf = (all: readonly Placed[], location: string | null): number | null => {
  const found = location === null ? -1 : all.findIndex((each) => each.location === location);
  return found < 0 ? null : found;
};

/** Places stand in a document of a service by their ids alone. */
const stubbed = (placed: Raw): Raw => (isRaw(placed['location']) ? { ...placed, location: { id: placed['location']['id'] } } : placed);

const withList = (raw: Raw, name: string, list: readonly Raw[]): Raw => {
  const { [name]: _, ...rest } = raw;
  return list.length ? { ...rest, [name]: list } : rest;
};

const likeness = alike<Schedule>(
  2,
  ({ byDay, byMonthDay }) => [byDay, byMonthDay],
  ({ opensAt, closesAt }) => [opensAt, closesAt],
  ({ location }) => location,
);

/** A time's rule written anew; whatever else was said of it stays. */
function rewritten(raw: Raw, { freq, interval, byDay, byMonthDay, opensAt, closesAt, validFrom, validTo, note }: Schedule): Raw {
  const before = toSchedule(raw, null, new Map());
  const same = (field: 'validFrom' | 'validTo' | 'note', value: string | null) => before?.[field] === value;
  const daily = textIn(raw['freq']).toUpperCase() === 'DAILY' && byDay.length === 7;
  return onlySaid({
    ...raw,
    freq: daily ? 'DAILY' : freq.toUpperCase(),
    interval,
    byday: daily ? raw['byday'] : byDay.join(','),
    bymonthday: freq === 'monthly' ? byMonthDay.join(',') : raw['bymonthday'],
    opens_at: opensAt,
    closes_at: closesAt,
    ...(!same('validFrom', validFrom) && { valid_from: validFrom, dtstart: validFrom }),
    ...(!same('validTo', validTo) && { valid_to: validTo, until: validTo, count: null }),
    ...(!same('note', note) && { description: note, notes: null }),
  });
}

const onlySaid = (raw: Raw): Raw =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null && value !== undefined && value !== ''));
