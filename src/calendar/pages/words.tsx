import { formatShortDate, formatTime, Tag, useWords } from '../../design/index.ts';
import { type Appointment, toRecord } from '../appointment.ts';
import type { Room } from '../index.ts';

export type Names = ReadonlyMap<string, { name: string }>;
export type Rooms = ReadonlyMap<string, Pick<Room, 'name'>>;

/** `Thu 26 Nov, 10:00 to 11:00` */
export function useSpan(timeZone: string) {
  const { span } = useWords().calendar;
  return ({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>) =>
    `${formatShortDate(startsAt, { timeZone })}, ${span(formatTime(startsAt, { timeZone }), formatTime(endsAt, { timeZone }))}`;
}

export function usePlace(rooms: Rooms) {
  const words = useWords().calendar;
  return ({ kind, room, place }: Pick<Appointment, 'kind' | 'room' | 'place'>): string =>
    (room && rooms.get(room)?.name) || (kind === 'home' ? words.atHome : place);
}

export function useWorkers(names: Names) {
  const words = useWords().calendar;
  return ({ workers }: Pick<Appointment, 'workers'>): string =>
    workers
      .map((id) => names.get(id)?.name ?? '')
      .filter(Boolean)
      .join(words.and);
}

/** How it stands, when that is more than "agreed and ahead". */
export function State({ appointment, now, always }: { appointment: Appointment; now: Date; always?: boolean }) {
  const words = useWords().calendar;
  const { stage, answer } = appointment;
  if (stage.name === 'booked') {
    if (toRecord(appointment, now)) return <Tag colour="yellow">{words.toRecord}</Tag>;
    return answer ? (
      <Tag colour={answer === 'coming' ? 'green' : 'purple'}>{words.answers[answer]}</Tag>
    ) : always ? (
      <>{words.stage.booked}</>
    ) : null;
  }
  return <Tag>{words.stage[stage.name]}</Tag>;
}
