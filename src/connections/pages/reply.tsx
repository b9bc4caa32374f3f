import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { type Door, show, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { answersTo, type Asked, type Connections } from '../index.ts';
import { answerDays, answerForm } from './answer-form.ts';
import { ExpiredPage, PlainWords, ReplyPage } from './reply-view.tsx';

type C = Context<Door, '/:token'>;
type Again = { values?: Typed; errors?: Errors; newer?: boolean };

/**
 * The address is the key: it is neither kept by browsers nor told to other sites. (Not `no-referrer`: with that, browsers that do not
 * say `Sec-Fetch-Site` send their answers as if from nowhere, and the guard against other sites' forms refuses them.)
 */
export const keepPrivate: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('referrer-policy', 'same-origin');
  c.res.headers.set('cache-control', 'no-store');
  c.res.headers.set('x-robots-tag', 'noindex, nofollow');
};

/** The page of an organisation that was asked, opened by the link in its mail. */
export const replyPage = ({ replies }: Connections, machineOf: (c: Context) => string) => {
  const unknown = async (c: C) => {
    const words = c.get('words').connections.reply;
    const waitSeconds = await replies.countGuess(machineOf(c));
    if (!waitSeconds) return show(c, <PlainWords title={words.unknownTitle} text={words.unknownText} />, 404);
    c.header('retry-after', String(waitSeconds));
    return show(c, <PlainWords title={words.waitTitle} text={words.waitText} />, 429);
  };

  const refused = (c: C, why: 'unknown' | 'expired') =>
    why === 'unknown' ? unknown(c) : show(c, <ExpiredPage action={`/reply/${c.req.param('token')}/new`} />, 410);
  const todayOf = (c: C, { programme }: Asked) => dayIn(programme.settings.timeZone, started(c));

  const showAsked = (c: C, asked: Asked, { values = {}, errors, newer = false }: Again = {}) => {
    c.set('programme', asked.programme);
    const page = (
      <ReplyPage
        {...asked}
        action={`/reply/${c.req.param('token')}`}
        today={todayOf(c, asked)}
        values={values}
        newer={newer}
        {...(errors && { errors })}
      />
    );
    return show(c, page, newer ? 409 : errors ? 422 : 200);
  };

  return new Hono<Door>()
    .get('/:token', async (c) => {
      const asked = await replies.open(c.req.param('token'));
      return asked.ok ? showAsked(c, asked.value) : refused(c, asked.error);
    })
    .post('/:token', async (c) => {
      const token = c.req.param('token');
      const asked = await replies.open(token);
      if (!asked.ok) return refused(c, asked.error);
      const values = await readForm(c, answerDays);
      const version = Number(values['version']);
      if (version !== asked.value.connection.rowVersion) return showAsked(c, asked.value, { values, newer: true });

      const words = c.get('words').connections.reply.errors;
      const checked = checkForm(answerForm(words, { offered: answersTo(asked.value.connection), today: todayOf(c, asked.value) }), values);
      if (!checked.ok) return showAsked(c, asked.value, { values, errors: checked.errors });
      const answered = await replies.answer(token, checked.value.version, checked.value.given);
      if (answered.ok) return c.redirect(`/reply/${token}?done=request-answered`, 303);
      if (answered.error === 'unknown' || answered.error === 'expired') return refused(c, answered.error);
      const now = await replies.open(token);
      return now.ok ? showAsked(c, now.value, { values, newer: true }) : refused(c, now.error);
    })
    .post('/:token/new', async (c) => {
      const words = c.get('words').connections.reply;
      const asked = await replies.askForNewLink(c.req.param('token'));
      return asked.ok ? show(c, <PlainWords title={words.sentTitle} text={words.sentText} />) : unknown(c as unknown as C);
    });
};
