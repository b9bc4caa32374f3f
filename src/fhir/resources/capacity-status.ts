import type { ListedService } from '../../directory/index.ts';
import { profiles, systems } from '../codes.ts';
import { said } from '../web/resource.ts';

type Room = ListedService['service']['room'];

const displays = { capacity: 'Has Capacity', 'no-capacity': 'No Capacity', waitlist: 'No Capacity - Has Waitlist' } as const;

const statuses: Record<Exclude<Room['kind'], 'unknown'>, keyof typeof displays> = {
  room: 'capacity',
  waiting: 'waitlist',
  full: 'no-capacity',
  paused: 'no-capacity',
};

/**
 * The capacity status of SDOH Clinical Care. Nobody knowing is said with the code that FHIR has for it: the binding is extensible, and
 * none of its own codes would be true.
 */
export function capacityStatus({ room, capacity }: ListedService['service']) {
  const coding =
    room.kind === 'unknown'
      ? { system: systems.absent, code: 'unknown', display: 'Unknown' }
      : { system: systems.sdoh, code: statuses[room.kind], display: displays[statuses[room.kind]] };
  const notes = [roomNote(room), (room.kind !== 'paused' && room.kind !== 'unknown' && capacity && toldNote(capacity)) || ''];
  const note = notes.filter(Boolean).join(' ');
  return {
    url: profiles.capacityStatus,
    extension: [
      { url: 'capacityStatus', valueCodeableConcept: { coding: [coding] } },
      ...(note ? [said({ url: 'capacityNotes', valueString: note })] : []),
    ],
  };
}

function roomNote(room: Room): string {
  switch (room.kind) {
    case 'room':
      return `${room.available} ${room.unit} available.`;
    case 'waiting':
      return room.weeks === null ? '' : `The waiting list is about ${room.weeks} ${room.weeks === 1 ? 'week' : 'weeks'}.`;
    case 'paused':
      return room.until ? `Not taking anybody until ${room.until}.` : 'Not taking anybody until further notice.';
    case 'full':
    case 'unknown':
      return '';
  }
}

const day = (instant: Date) => instant.toISOString().slice(0, 10);
const toldNote = ({ updatedAt, expiresAt }: { updatedAt: Date; expiresAt: Date }) =>
  `Told on ${day(updatedAt)}; not known after ${day(expiresAt)}.`;
