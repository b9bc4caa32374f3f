import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, readForm } from '../../platform/forms.ts';
import type { Supports } from '../index.ts';
import { dayAhead } from './asked.ts';
import { type MovingTask, ToDoPage } from './to-do-view.tsx';

type C = Context<Door>;

/** A worker's own list: today, this week, later; done, moved, and taken back. */
export const toDoPage = (support: Supports) => {
  const list = async (c: C, moving?: MovingTask) => {
    const seen = await support.seeToDo(askerOf(c), c.req.query('finished'));
    const page = <ToDoPage seen={seen} now={started(c)} timeZone={askerOf(c).programme.settings.timeZone} moving={moving} />;
    return show(c, page, moving ? 422 : 200);
  };
  const readDay = async (c: C) => {
    const { errors } = c.get('words').supervision;
    const typed = await readForm(c, { days: ['dueOn'] });
    const today = calendarDay(started(c), askerOf(c).programme.settings.timeZone);
    const dueOn = dayAhead(today, { wrong: errors.day, past: errors.past, far: errors.far }).refine((day) => day !== null, errors.day);
    return { typed, checked: checkForm(z.object({ dueOn }), typed) };
  };

  return new Hono<Door>()
    .use('/', allow('see caseload'))
    .use('/*', allow('see caseload'))
    .get('/', (c) => list(c))
    .post('/:task/done', async (c) => {
      const person = String((await readForm(c))['person'] ?? '');
      const done = await support.finishTask(askerOf(c), person, c.req.param('task'));
      if (done.ok) return c.redirect(`/tasks?finished=${done.value.id}`, 303);
      return showProblem(c, done.error === 'done-already' ? 'changed-meanwhile' : done.error);
    })
    .post('/:task/undo', async (c) => {
      const undone = await support.undoTask(askerOf(c), c.req.param('task'));
      if (undone.ok) return c.redirect('/tasks?done=task-taken-up', 303);
      return showProblem(c, undone.error === 'too-late' ? 'changed-meanwhile' : undone.error);
    })
    .post('/:task/date', async (c) => {
      const { typed, checked } = await readDay(c);
      if (!checked.ok) return list(c, { id: c.req.param('task'), values: typed, errors: checked.errors });
      const moved = await support.moveTask(askerOf(c), String(typed['person'] ?? ''), c.req.param('task'), checked.value.dueOn!);
      if (moved.ok) return c.redirect('/tasks?done=action-moved', 303);
      return showProblem(c, moved.error === 'done-already' ? 'changed-meanwhile' : moved.error);
    })
    .post('/actions/:action/done', async (c) => {
      const done = await support.finishAction(askerOf(c), c.req.param('action'), true);
      return done ? c.redirect(`/tasks?finished=${c.req.param('action')}`, 303) : showProblem(c, 'not-found');
    })
    .post('/actions/:action/undo', async (c) => {
      const undone = await support.finishAction(askerOf(c), c.req.param('action'), false);
      return undone ? c.redirect('/tasks?done=task-taken-up', 303) : showProblem(c, 'not-found');
    })
    .post('/actions/:action/date', async (c) => {
      const { typed, checked } = await readDay(c);
      if (!checked.ok) return list(c, { id: c.req.param('action'), values: typed, errors: checked.errors });
      const moved = await support.moveAction(askerOf(c), c.req.param('action'), checked.value.dueOn!);
      return moved ? c.redirect('/tasks?done=action-moved', 303) : showProblem(c, 'not-found');
    });
};
