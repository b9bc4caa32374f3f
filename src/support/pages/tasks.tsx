import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, showProblem, started } from '../../identity/index.ts';
import { checkForm, readForm } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Supports } from '../index.ts';
import { dayAhead } from './asked.ts';
import { showRecord } from './person.tsx';

type C = Context<Door>;

const dueOn = ({ errors }: Words['support']['contact'], today: string) =>
  dayAhead(today, { wrong: errors.day, past: errors.pastNext, far: errors.nextFar }).transform((day, check) => {
    if (day) return day;
    check.addIssue({ code: 'custom', message: errors.day });
    return z.NEVER;
  });

/** The small forms for tasks on a person's page; what is wrong is said there. */
export const taskDoors = (support: Supports) => {
  const today = (c: C) => calendarDay(started(c), askerOf(c).programme.settings.timeZone);
  const id = (c: C) => c.req.param('id') ?? '';
  const back = (c: C, done: string) => c.redirect(`/people/${id(c)}?done=${done}`, 303);

  return new Hono<Door>()
    .use('/:id/tasks', allow('support person'))
    .use('/:id/tasks/*', allow('support person'))
    .post('/:id/tasks', async (c) => {
      const words = c.get('words').support.contact;
      const typed = await readForm(c, { days: ['dueOn'] });
      const what = c.get('words').support.task.missing;
      const note = z.string({ error: what }).trim().min(1, what).max(200, words.errors.tooLong(200));
      const checked = checkForm(z.object({ note, dueOn: dueOn(words, today(c)) }), typed);
      if (!checked.ok) return showRecord(support, c, { task: 'new', values: typed, errors: checked.errors });
      const added = await support.addOwnTask(askerOf(c), id(c), checked.value);
      return added.ok ? back(c, 'task-added') : showProblem(c, added.error);
    })
    .post('/:id/tasks/:task/done', async (c) => {
      const done = await support.finishTask(askerOf(c), id(c), c.req.param('task'));
      if (done.ok) return back(c, 'task-done');
      return showProblem(c, done.error === 'done-already' ? 'changed-meanwhile' : done.error);
    })
    .post('/:id/tasks/:task/date', async (c) => {
      const typed = await readForm(c, { days: ['dueOn'] });
      const task = c.req.param('task');
      const checked = checkForm(z.object({ dueOn: dueOn(c.get('words').support.contact, today(c)) }), typed);
      if (!checked.ok) return showRecord(support, c, { task, values: typed, errors: checked.errors });
      const moved = await support.moveTask(askerOf(c), id(c), task, checked.value.dueOn);
      if (moved.ok) return back(c, 'task-moved');
      return showProblem(c, moved.error === 'done-already' ? 'changed-meanwhile' : moved.error);
    });
};
