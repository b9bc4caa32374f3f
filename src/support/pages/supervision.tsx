import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, readForm } from '../../platform/forms.ts';
import type { Supports } from '../index.ts';
import { SessionPage } from './session-view.tsx';
import { actionDays, checkForm as wellbeingForm, dayToCome, planForm, readSession, scheduleForm } from './supervision-form.ts';
import type { Typed } from './supervision-parts.tsx';
import { SupervisionPage } from './supervision-view.tsx';

type C = Context<Door>;
type Again = Omit<Parameters<typeof SessionPage>[0], 'seen' | 'asker'>;

/** Supervision: when, with whom, what to talk over, what was agreed, and how the work is for whoever does it. */
export const supervisionPage = (support: Supports) => {
  const words = (c: C) => c.get('words').supervision;
  const today = (c: C) => calendarDay(started(c), askerOf(c).programme.settings.timeZone);
  const overview = async (c: C, typed?: Typed) => {
    const seen = await support.seeSupervision(askerOf(c));
    readsOf(c, ...(seen.own?.agenda ?? []).flatMap(({ person }) => (person ? [person.id] : [])));
    return show(c, <SupervisionPage seen={seen} asker={askerOf(c)} typed={typed} />, typed ? 422 : 200);
  };
  const session = async (c: C, again: Again = {}) => {
    const seen = await support.seeSession(askerOf(c), c.req.param('id') ?? '');
    if (!seen) return showProblem(c, 'not-found');
    readsOf(c, ...seen.agenda.flatMap(({ person }) => (person ? [person.id] : [])));
    return show(c, <SessionPage seen={seen} asker={askerOf(c)} {...again} />, again.stale ? 409 : again.errors ? 422 : 200);
  };
  const id = (c: C) => c.req.param('id') ?? '';

  return new Hono<Door>()
    .use('/', allow('see supervision'))
    .use('/schedule/*', allow('supervise'))
    .use('/sessions/*', allow('supervise'))
    .use('/topics/*', allow('supervise'))
    .use('/check', allow('supervise'))
    .get('/', (c) => overview(c))
    .post('/schedule/:worker', async (c) => {
      const typed = await readForm(c);
      const worker = c.req.param('worker');
      const checked = checkForm(scheduleForm(words(c)), typed);
      if (!checked.ok) return overview(c, { form: 'schedule', worker, values: typed, errors: checked.errors });
      const set = await support.setSchedule(askerOf(c), worker, checked.value);
      return set.ok ? c.redirect('/supervision?done=schedule-saved', 303) : showProblem(c, set.error);
    })
    .post('/sessions', async (c) => {
      const typed = await readForm(c, { days: ['onDay'] });
      const worker = String(typed['worker'] ?? askerOf(c).id);
      const checked = checkForm(planForm(words(c), today(c)), typed);
      if (!checked.ok) return overview(c, { form: 'plan', worker, values: typed, errors: checked.errors });
      const planned = await support.planSession(askerOf(c), worker, checked.value);
      return planned.ok ? c.redirect('/supervision?done=session-planned', 303) : showProblem(c, planned.error);
    })
    .get('/sessions/:id', (c) => session(c))
    .post('/sessions/:id', async (c) => {
      const typed = await readForm(c, { many: ['covered'], days: actionDays });
      const read = readSession(typed, words(c));
      if (!read.ok) return session(c, { values: typed, errors: read.errors });
      const saved = await support.writeSession(askerOf(c), id(c), { ...read.value, held: typed['step'] === 'held' });
      if (saved.ok) return c.redirect(`/supervision/sessions/${id(c)}?done=session-saved`, 303);
      if (saved.error === 'not-found') return showProblem(c, 'not-found');
      if (saved.error === 'not-yet') return session(c, { values: typed, errors: { notes: words(c).errors.notYet } });
      return session(c, { values: typed, stale: true });
    })
    .post('/sessions/:id/move', async (c) => {
      const typed = await readForm(c, { days: ['onDay'] });
      const checked = checkForm(z.object({ onDay: dayToCome(words(c), today(c)) }), typed);
      if (!checked.ok) return session(c, { values: typed, errors: checked.errors, moving: true });
      const moved = await support.moveSession(askerOf(c), id(c), checked.value.onDay);
      if (moved.ok) return c.redirect(`/supervision/sessions/${id(c)}?done=session-moved`, 303);
      return showProblem(c, moved.error === 'not-found' ? 'not-found' : 'changed-meanwhile');
    })
    .post('/sessions/:id/call-off', async (c) => {
      const off = await support.callOffSession(askerOf(c), id(c));
      if (off.ok) return c.redirect('/supervision?done=session-off', 303);
      return showProblem(c, off.error === 'not-found' ? 'not-found' : 'changed-meanwhile');
    })
    .post('/topics', async (c) => {
      const typed = await readForm(c);
      const { topic } = words(c).errors;
      const checked = checkForm(z.object({ words: z.string({ error: topic }).trim().min(1, topic).max(200, topic) }), typed);
      if (!checked.ok) return overview(c, { form: 'topic', values: typed, errors: checked.errors });
      await support.addTopic(askerOf(c), checked.value.words);
      return c.redirect('/supervision?done=topic-added', 303);
    })
    .post('/topics/:id/remove', async (c) =>
      (await support.removeTopic(askerOf(c), id(c))) ? c.redirect('/supervision?done=topic-removed', 303) : showProblem(c, 'not-found'),
    )
    .post('/check', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(wellbeingForm(words(c)), typed);
      if (!checked.ok) return overview(c, { form: 'check', values: typed, errors: checked.errors });
      const { answers, ...choices } = checked.value;
      await support.checkWellbeing(askerOf(c), answers, choices);
      return c.redirect('/supervision?done=check-kept', 303);
    });
};
