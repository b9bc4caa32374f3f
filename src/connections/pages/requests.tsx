import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { answersTo, type Asked, type Connections, mayStillSee } from '../index.ts';
import { answerDays, answerForm } from './answer-form.ts';
import { RequestPage, RequestsPage } from './requests-view.tsx';

type C = Context<Door, '/:id'>;
type Again = { values?: Typed; errors?: Errors; newer?: boolean };

/** Requests to the asker's own organisation. */
export const requestsPage = ({ requests }: Connections) => {
  const todayOf = (c: C) => dayIn(askerOf(c).programme.settings.timeZone, started(c));

  const showAsked = (c: C, asked: Asked, { values = {}, errors, newer = false }: Again = {}) => {
    if (asked.connection.shared && mayStillSee(asked.connection)) readsOf(c, asked.connection.person);
    const page = (
      <RequestPage
        {...asked}
        action={`/requests/${asked.connection.id}`}
        today={todayOf(c)}
        values={values}
        newer={newer}
        {...(errors && { errors })}
      />
    );
    return show(c, page, newer ? 409 : errors ? 422 : 200);
  };

  return new Hono<Door>()
    .use(allow('answer connection'))
    .get('/', async (c) => {
      const ended = c.req.query('show') === 'ended';
      const page = Math.min(1000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
      const found = await requests.list(askerOf(c), { ended, page });
      readsOf(
        c,
        ...found.rows.filter(({ connection }) => connection.shared && mayStillSee(connection)).map(({ connection }) => connection.person),
      );
      return show(c, <RequestsPage {...found} ended={ended} page={page} />);
    })
    .get('/:id', async (c) => {
      const asked = await requests.see(askerOf(c), c.req.param('id'));
      return asked.ok ? showAsked(c, asked.value) : showProblem(c, asked.error);
    })
    .post('/:id', async (c) => {
      const id = c.req.param('id');
      const asked = await requests.see(askerOf(c), id);
      if (!asked.ok) return showProblem(c, asked.error);
      const values = await readForm(c, answerDays);
      if (Number(values['version']) !== asked.value.connection.rowVersion) return showAsked(c, asked.value, { values, newer: true });

      const words = c.get('words').connections.reply.errors;
      const checked = checkForm(answerForm(words, { offered: answersTo(asked.value.connection), today: todayOf(c) }), values);
      if (!checked.ok) return showAsked(c, asked.value, { values, errors: checked.errors });
      const answered = await requests.answer(askerOf(c), id, checked.value.version, checked.value.given);
      if (answered.ok) return c.redirect(`/requests/${id}?done=request-answered`, 303);
      const now = await requests.see(askerOf(c), id);
      return now.ok ? showAsked(c, now.value, { values, newer: true }) : showProblem(c, now.error);
    });
};
