import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Result } from '../../platform/result.ts';
import { answersTo, type AnswerRefusal, cancelReasons, type Connection, type Connections } from '../index.ts';
import { answerDays, answerForm } from './answer-form.ts';
import { ConnectionPage } from './connection-view.tsx';

type C = Context<Door, '/:id'>;
type Doing = 'answer' | 'cancel' | 'mistake';
type Again = { values?: Typed; errors?: Errors; doing?: Doing; newer?: boolean };

const cancelForm = (words: Words['connections']['connection']['errors']) =>
  z
    .object({ why: z.enum(cancelReasons, { error: words.why }), cancelNote: z.string().trim().max(1000, words.tooLong).default('') })
    .refine(({ why, cancelNote }) => why !== 'other' || cancelNote, { error: words.note, path: ['cancelNote'] });

/** How one connection goes, for the link worker: what was heard, and calling it off. */
export const connectionPage = ({ following }: Connections) => {
  const todayOf = (c: C) => dayIn(askerOf(c).programme.settings.timeZone, started(c));

  const showConnection = async (c: C, { values = {}, errors, doing, newer = false }: Again = {}) => {
    const seen = await following.see(askerOf(c), c.req.param('id'));
    if (!seen.ok) return showProblem(c, seen.error);
    readsOf(c, seen.value.person.id);
    const { timeZone } = askerOf(c).programme.settings;
    const more = { ...(errors && { errors }), ...(doing && { doing }) };
    return show(
      c,
      <ConnectionPage {...seen.value} today={todayOf(c)} timeZone={timeZone} values={values} newer={newer} {...more} />,
      newer ? 409 : errors ? 422 : 200,
    );
  };

  const settled = (c: C, outcome: Result<Connection, AnswerRefusal>, done: string, again: Again) => {
    if (outcome.ok) return c.redirect(`/connections/${outcome.value.id}?done=connection-${done}`, 303);
    return outcome.error === 'not-found' ? showProblem(c, 'not-found') : showConnection(c, { ...again, newer: true });
  };

  return new Hono<Door>()
    .use(allow('connect'))
    .get('/:id', (c) => showConnection(c))
    .post('/:id/answer', async (c) => {
      const values = await readForm(c, answerDays);
      const again = { values, doing: 'answer' as const };
      const seen = await following.see(askerOf(c), c.req.param('id'));
      if (!seen.ok) return showProblem(c, seen.error);
      const { connection } = seen.value;
      if (Number(values['version']) !== connection.rowVersion) return showConnection(c, { ...again, newer: true });
      const words = c.get('words').connections.reply.errors;
      const checked = checkForm(answerForm(words, { offered: answersTo(connection), today: todayOf(c) }), values);
      if (!checked.ok) return showConnection(c, { ...again, errors: checked.errors });
      return settled(c, await following.answer(askerOf(c), connection.id, checked.value.version, checked.value.given), 'recorded', again);
    })
    .post('/:id/cancel', async (c) => {
      const values = await readForm(c);
      const again = { values, doing: 'cancel' as const };
      const checked = checkForm(cancelForm(c.get('words').connections.connection.errors), values);
      if (!checked.ok) return showConnection(c, { ...again, errors: checked.errors });
      const why = { reason: checked.value.why, note: checked.value.cancelNote };
      return settled(c, await following.cancel(askerOf(c), c.req.param('id'), Number(values['version']), why), 'cancelled', again);
    })
    .post('/:id/mistake', async (c) => {
      const values = await readForm(c);
      return settled(c, await following.callMistake(askerOf(c), c.req.param('id'), Number(values['version'])), 'mistake', {
        values,
        doing: 'mistake',
      });
    });
};
