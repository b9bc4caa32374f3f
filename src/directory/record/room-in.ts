import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import { type Capacity, isPaused, type Pause, type Telling } from '../room.ts';
import { capacityDocument } from './write.ts';

/** What is known of the room of a service beside its document: what was told here, latest of each unit, and what search goes by. */
export type KnownRoom = { told: readonly Telling[]; main: Capacity | null };

/** The room of a service as it was told last, in each unit: here, or by whoever the document is from. What somebody took back is gone. */
export function withRoom(document: Raw, { told, main }: KnownRoom): Raw {
  const owner = textIn(document['id']);
  const said = rawsIn(document['capacities']);
  const newer = told.filter(
    (telling) => !said.some((each) => unitOf(each) === lower(telling.unit) && saidAt(each) > telling.updatedAt.getTime()),
  );
  const replaced = new Set(newer.map(({ unit }) => lower(unit)));
  const others = said.filter((each) => !replaced.has(unitOf(each)));
  const tellings = newer.flatMap((telling) =>
    telling.available === null ? [] : [capacityDocument(owner, { ...telling, available: telling.available })],
  );
  const isSaid = !main || replaced.has(lower(main.unit)) || said.some((each) => saidAt(each) === main.updatedAt.getTime());
  if (!tellings.length && !replaced.size && isSaid) return document;
  const older = isSaid ? others : [capacityDocument(owner, main), ...others.filter((each) => unitOf(each) !== lower(main.unit))];
  const { capacities: _, ...rest } = document;
  return tellings.length || older.length ? { ...rest, capacities: [...tellings, ...older] } : rest;
}

/** The document as anybody may read it at an instant: no room that has expired, and none where nobody is taken on. */
export function publicRoom(document: Raw, pause: Pause | null, now: Date): Raw {
  const { capacities, ...rest } = document;
  const said = rawsIn(capacities);
  const current = said.filter((each) => !(expiryOf(each) <= now.getTime()));
  if (!isPaused(pause, now)) {
    if (current.length === said.length) return document;
    return current.length ? { ...rest, capacities: current } : rest;
  }
  const sentence = pausedSentence(pause);
  const counted = current.length ? current : [usualUnit(textIn(document['id']), pause)];
  return {
    ...rest,
    alert: [sentence, textIn(document['alert'])].filter(Boolean).join(' '),
    capacities: counted.map((each) => ({ ...each, available: 0, description: sentence, updated: latest(each, pause.begunAt) })),
  };
}

/** English, as all that goes out with a feed. */
const pausedSentence = ({ until }: Pause): string =>
  until ? `Not taking anybody until ${day.format(new Date(`${until}T12:00:00Z`))}.` : 'Not taking anybody until further notice.';
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const usualUnit = (owner: string, { begunAt }: { begunAt: Date }): Raw =>
  capacityDocument(owner, { unit: 'places', available: 0, waitingList: false, waitWeeks: null, updatedAt: begunAt, expiresAt: begunAt });

const lower = (text: string) => text.toLowerCase();
const unitOf = ({ unit }: Raw): string => lower((isRaw(unit) && textIn(unit['name'])) || 'places');
const saidAt = ({ updated }: Raw): number => new Date(textIn(updated)).getTime();
/** NaN when its source says no expiry: then it stays as its source says it, with the date of that. */
const expiryOf = ({ bothy }: Raw): number => (isRaw(bothy) ? new Date(textIn(bothy['expires_at'])).getTime() : NaN);
const latest = (each: Raw, begunAt: Date): string => (saidAt(each) > begunAt.getTime() ? textIn(each['updated']) : begunAt.toISOString());
