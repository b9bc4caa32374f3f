import { type Context, Hono } from 'hono';
import { type Door, show, started } from '../../identity/index.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { type Calendars, type OwnAppointment, toIcal } from '../index.ts';
import { isAhead } from '../appointment.ts';
import { versionOf } from './asked.ts';
import { OwnPage, PlainWords } from './own-view.tsx';
import type { AnswerRefusal } from '../index.ts';

type C = Context<Door>;
type Again = { values?: Typed; errors?: Errors; said?: string; status?: 200 | 409 | 422 };

/** Somebody's own appointment, opened by the link in their message. Looking changes nothing, because mail programs look too. */
export const ownAppointmentPage = ({ own }: Calendars, machineOf: (c: Context) => string, publicUrl: string) => {
  const token = (c: C) => c.req.param('token') ?? '';
  const words = (c: C) => c.get('words').calendar.own;

  const unknown = async (c: C) => {
    const waitSeconds = await own.countGuess(machineOf(c));
    if (!waitSeconds) return show(c, <PlainWords title={words(c).unknownTitle} text={words(c).unknown} />, 404);
    c.header('retry-after', String(waitSeconds));
    return show(c, <PlainWords title={words(c).waitTitle} text={words(c).wait} />, 429);
  };
  const draw = async (c: C, { values = {}, status = 200, ...again }: Again = {}) => {
    c.set('quickExit', true);
    const opened = await own.open(token(c));
    if (!opened.ok)
      return opened.error === 'unknown' ? unknown(c) : show(c, <PlainWords title={words(c).expiredTitle} text={words(c).expired} />, 410);
    c.set('programme', opened.value.programme);
    return show(c, <OwnPage own={opened.value} at={`/appointment/${token(c)}`} now={started(c)} values={values} {...again} />, status);
  };
  const answer = async (c: C, done: string, answered: Promise<{ ok: true } | { ok: false; error: AnswerRefusal }>) => {
    const result = await answered;
    if (result.ok) return c.redirect(`/appointment/${token(c)}?done=${done}`, 303);
    const said = result.error === 'gone' ? words(c).gone : words(c).meanwhile;
    return draw(c, { said, status: 409 });
  };

  return new Hono<Door>()
    .get('/:token', (c) => draw(c))
    .post('/:token/coming', async (c) => answer(c, 'will-be-there', own.willCome(token(c), versionOf(await readForm(c)))))
    .post('/:token/cancel', async (c) => answer(c, 'called-off-by-you', own.cannotCome(token(c), versionOf(await readForm(c)))))
    .post('/:token/choose', async (c) => {
      const typed = await readForm(c);
      const startsAt = String(typed['startsAt'] ?? '');
      if (!startsAt) return draw(c, { values: typed, errors: { startsAt: words(c).slotError }, status: 422 });
      return answer(c, 'time-chosen', own.chooseTime(token(c), versionOf(typed), startsAt));
    })
    .post('/:token/ask', async (c) => {
      const typed = await readForm(c);
      const wish = String(typed['wish'] ?? '').trim();
      const tooLong = c.get('words').calendar.errors.tooLong(300);
      if (!wish || wish.length > 300) return draw(c, { values: typed, errors: { wish: wish ? tooLong : words(c).wishError }, status: 422 });
      return answer(c, 'other-asked', own.askForAnother(token(c), versionOf(typed), wish));
    })
    .get('/:token/appointment.ics', async (c) => {
      const opened = await own.open(token(c));
      if (!opened.ok || !isAhead(opened.value.appointment, started(c))) return draw(c);
      return c.body(fileFor(opened.value, new URL(publicUrl).hostname, c.get('words').calendar.feed.own), 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="appointment.ics"',
      });
    });
};

/** For the person's own calendar, which others may see: that there is something, when and where. */
const fileFor = ({ appointment, facts }: OwnAppointment, host: string, summary: string): string => {
  const { id, rowVersion: version, startsAt, endsAt, madeAt: changedAt } = appointment;
  return toIcal([{ id, version, startsAt, endsAt, summary, location: facts.where, description: '', url: '', changedAt }], {
    name: summary,
    host,
  });
};
