import { Hono } from 'hono';
import { allow, askerOf, type Door, showProblem } from '../../identity/index.ts';
import { readForm } from '../../platform/forms.ts';
import type { Supports } from '../index.ts';
import { weights } from '../weight.ts';

/** What the worker says of how much somebody needs. Anything that is no weight leaves it to the last weeks. */
export const weightDoor = (support: Supports) =>
  new Hono<Door>().use('/:id/weight', allow('support person')).post('/:id/weight', async (c) => {
    const typed = String((await readForm(c)).weight ?? '');
    const set = await support.setWeight(askerOf(c), c.req.param('id'), weights.find((weight) => String(weight) === typed) ?? null);
    if (set.ok) return c.redirect(`/people/${c.req.param('id')}?done=weight-saved`, 303);
    return showProblem(c, set.error === 'not-open' ? 'changed-meanwhile' : set.error);
  });
