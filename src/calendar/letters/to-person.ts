import { accountsById, allTeams } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import { findPerson, firstNameOf } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { type Appointment, isAhead } from '../appointment.ts';
import { findAppointment } from '../store/appointments.ts';
import { allRooms } from '../store/hours.ts';
import { addAppointmentLink } from '../store/links.ts';

type Template = 'booked' | 'moved' | 'reminder' | 'cancelled' | 'sorry';

const stillMeant: Record<Template, (appointment: Appointment, now: Date) => boolean> = {
  booked: isAhead,
  moved: isAhead,
  reminder: isAhead,
  cancelled: ({ stage }) => stage.name === 'cancelled',
  sorry: ({ stage }) => stage.name === 'cancelled' && stage.by === 'us',
};

const day = 86_400_000;

/** What is written to somebody about a time: when, where, what to bring. Never why, and never from whom they have help. */
const letterTo =
  (template: Template): Composer =>
  async (tx, about, { words, publicUrl, now, letter, programme }) => {
    const appointment = await findAppointment(tx, about);
    if (!appointment || !stillMeant[template](appointment, now)) return { why: 'withdrawn' };
    const person = await findPerson(tx, appointment.person);
    if (!person) return { why: 'withdrawn' };
    const mail = words.calendar.mail;
    const facts = await factsOf(tx, appointment);
    const asked = template === 'booked' || template === 'moved' || template === 'reminder';
    const token = asked ? newToken() : undefined;
    const url = token && `${publicUrl}/appointment/${token}`;
    if (token) await addAppointmentLink(tx, appointment.id, hashOf(token), now, new Date(appointment.startsAt.getTime() + day));
    const say = { ...facts, zone: programme.settings.timeZone };
    return {
      subject: mail.subject[template](say),
      text: letter({
        greeting: firstNameOf(person),
        paragraphs: [...mail.first[template](say), ...(asked ? mail.practical(say) : [])],
        ...(url && { link: { text: mail.open, url } }),
        ...(facts.phone && { ask: mail.ask(facts.worker, facts.phone) }),
      }),
      short: mail.short[template](say, url ?? facts.phone ?? ''),
      ...(url && { secrets: [url] }),
    };
  };

export type Facts = Pick<Appointment, 'kind' | 'startsAt' | 'endsAt' | 'bring' | 'gettingThere'> & {
  worker: string;
  phone: string | null;
  /** In words, for the person; '' when it is by phone or video. */
  where: string;
  atHome: boolean;
};

/** What the person may be told of an appointment: by letter, on their own page, in their own calendar. */
export async function factsOf(tx: Tx, appointment: Appointment): Promise<Facts> {
  const worker = (await accountsById(tx, appointment.workers)).get(appointment.workers[0] ?? '');
  const phone = (await allTeams(tx)).find(({ id }) => id === worker?.team)?.phone ?? null;
  const room = (await allRooms(tx)).find(({ id }) => id === appointment.room);
  const { kind, startsAt, endsAt, bring } = appointment;
  return {
    kind,
    startsAt,
    endsAt,
    bring,
    worker: worker?.name.split(' ')[0] ?? '',
    phone,
    where: room ? [room.name, room.place].filter(Boolean).join(', ') : kind === 'home' ? '' : appointment.place,
    atHome: kind === 'home',
    gettingThere: appointment.gettingThere || (room?.gettingThere ?? ''),
  };
}

export const letters: Composers = {
  'appointment-booked': letterTo('booked'),
  'appointment-moved': letterTo('moved'),
  'appointment-reminder': letterTo('reminder'),
  'appointment-cancelled': letterTo('cancelled'),
  'appointment-sorry': letterTo('sorry'),
};
