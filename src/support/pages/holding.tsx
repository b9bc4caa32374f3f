import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Supports } from '../index.ts';
import { errorsOf, holdForm, keepForm } from './holding-form.ts';
import { HoldPage, StillWaitingPage } from './holding-view.tsx';

type C = Context<Door>;
type Again = { values: Typed; errors?: Errors; changed?: boolean };

/** Somebody waits for what is not in the worker's hands: put on hold, look again, go on. */
export const holdingPage = (support: Supports) => {
  const id = (c: C) => c.req.param('id') ?? '';
  const back = (c: C, done: string) => c.redirect(`/people/${id(c)}?done=${done}`, 303);

  const showForm = async (c: C, again?: Again) => {
    const before = await support.beforeHolding(askerOf(c), id(c));
    if (!before.ok) return showProblem(c, before.error === 'not-open' ? 'changed-meanwhile' : before.error);
    readsOf(c, before.value.person.id);
    const status = again?.changed ? 409 : again ? 422 : 200;
    const Page = before.value.holding && !again?.changed ? StillWaitingPage : HoldPage;
    return show(c, <Page before={before.value} timeZone={askerOf(c).programme.settings.timeZone} {...again} />, status);
  };

  return new Hono<Door>()
    .use('/:id/hold', allow('support person'))
    .use('/:id/hold/*', allow('support person'))
    .get('/:id/hold', (c) => showForm(c))
    .post('/:id/hold', async (c) => {
      const words = c.get('words').caseloads.holding;
      const values = await readForm(c, { days: ['reviewOn'] });
      const checked = checkForm(holdForm(words), values);
      if (!checked.ok) return showForm(c, { values, errors: checked.errors });
      const held = await support.hold(askerOf(c), id(c), checked.value);
      if (held.ok) return back(c, 'held');
      return refused(c, values, held.error);
    })
    .post('/:id/hold/keep', async (c) => {
      const words = c.get('words').caseloads.holding;
      const values = await readForm(c, { days: ['reviewOn'] });
      const checked = checkForm(keepForm(words), values);
      if (!checked.ok) return showForm(c, { values, errors: checked.errors });
      const kept = await support.holdOn(askerOf(c), id(c), checked.value);
      if (kept.ok) return back(c, 'hold-kept');
      return refused(c, values, kept.error);
    })
    .post('/:id/hold/end', async (c) => {
      const ended = await support.resume(askerOf(c), id(c), String((await readForm(c)).id ?? ''));
      return ended.ok ? back(c, 'hold-ended') : showProblem(c, ended.error);
    });

  function refused(c: C, values: Typed, refusal: string): Promise<Response> | Response {
    const errors = errorsOf(refusal, c.get('words').caseloads.holding);
    if (errors) return showForm(c, { values, errors });
    if (refusal === 'not-found' || refusal === 'not-yours') return showProblem(c, refusal);
    return refusal === 'changed-meanwhile' ? showForm(c, { values, changed: true }) : showProblem(c, 'changed-meanwhile');
  }
};
