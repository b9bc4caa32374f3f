import { accountsById, type Asker, type Colleague } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse } from '../../platform/result.ts';
import { type Appointment, isAhead } from '../appointment.ts';
import { overlap } from '../clock.ts';
import type { Room } from '../room.ts';
import { appointmentsOf, findAppointment, nextAppointment } from '../store/appointments.ts';
import { allRooms } from '../store/hours.ts';
import { aboutPerson, type Ports } from './needs.ts';
import { becameTry } from './outcome.ts';

export const lookUses = ({ db }: Ports) => ({
  seeAppointments: (asker: Asker, person: string) =>
    aboutPerson(db, asker, 'see person', person, async (tx, found) => {
      const { appointments, ...about } = await withNames(tx, await appointmentsOf(tx, person));
      return ok({ person: found, appointments, ...about });
    }),

  seeAppointment: (asker: Asker, person: string, id: string) =>
    aboutPerson(db, asker, 'see person', person, async (tx, found) => {
      const appointment = uuid.test(id) ? await findAppointment(tx, id) : undefined;
      if (appointment?.person !== person) return refuse('not-found' as const);
      const { appointments: _, ...about } = await withNames(tx, [appointment]);
      return ok({ person: found, appointment, ...about });
    }),
});

/** What others may know and say of an appointment, inside their transaction; its place in words. */
export const agreedTimes = {
  next: async (tx: Tx, person: string, now: Date) => inWords(tx, await nextAppointment(tx, person, now)),
  find: async (tx: Tx, person: string, id: string) => {
    const found = uuid.test(id) ? await findAppointment(tx, id) : undefined;
    return inWords(tx, found?.person === person && found.stage.name === 'booked' ? found : undefined);
  },
  countAhead: async (tx: Tx, person: string, now: Date) => (await appointmentsOf(tx, person)).filter((each) => isAhead(each, now)).length,
  wasNotThere: becameTry,
};

/** When two people are both to be somewhere at one time, which one person cannot be. */
export async function atOnce(tx: Tx, one: string, other: string): Promise<Date[]> {
  const bookedFor = async (person: string) => (await appointmentsOf(tx, person)).filter(({ stage }) => stage.name === 'booked');
  const theirs = await bookedFor(other);
  return (await bookedFor(one)).filter((each) => theirs.some((another) => overlap(each, another))).map(({ startsAt }) => startsAt);
}

async function inWords(tx: Tx, appointment: Appointment | undefined) {
  if (!appointment) return undefined;
  const { id, kind, startsAt, endsAt, room, place } = appointment;
  return { id, kind, startsAt, endsAt, place: room ? ((await allRooms(tx)).find((each) => each.id === room)?.name ?? place) : place };
}

export type AboutAppointments = {
  appointments: readonly Appointment[];
  names: ReadonlyMap<string, Colleague>;
  rooms: ReadonlyMap<string, Room>;
};

export async function withNames(tx: Tx, appointments: readonly Appointment[]): Promise<AboutAppointments> {
  const rooms = await allRooms(tx);
  return {
    appointments,
    names: await accountsById(
      tx,
      appointments.flatMap(({ workers }) => workers),
    ),
    rooms: new Map(rooms.map((room) => [room.id, room])),
  };
}
