import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { BeforeHandover, Supports } from '../index.ts';
import { errorsOfRefusal, handoverFields, readMoves } from './handover-form.ts';
import { HandoverPage } from './handover-view.tsx';

type C = Context<Door>;
type Again = { values?: Typed; errors?: Errors; changed?: boolean; preview?: boolean };

/** People go from one link worker to another: all of somebody's, or one. */
export const handoverPage = (support: Supports) =>
  new Hono<Door>()
    .use('/:account', allow('hand over'))
    .use('/undo/:id', allow('hand over'))
    .get('/:account', async (c) => {
      const before = await support.beforeHandover(askerOf(c), c.req.param('account'));
      return before.ok ? showPage(c, before.value) : showProblem(c, before.error);
    })
    .post('/:account', async (c) => {
      const before = await support.beforeHandover(askerOf(c), c.req.param('account'));
      if (!before.ok) return showProblem(c, before.error);
      return take(c, support, before.value, `/handover/${before.value.worker.id}`);
    })
    .post('/undo/:id', async (c) => {
      const undone = await support.undoHandover(askerOf(c), c.req.param('id'));
      if (undone.ok) return c.redirect(`/people/${undone.value.person}?done=handover-undone`, 303);
      return showProblem(c, undone.error === 'not-found' ? undone.error : 'changed-meanwhile');
    });

/** The same for one person, from their page. */
export const personHandoverPage = (support: Supports) =>
  new Hono<Door>()
    .use('/:id/handover', allow('hand over'))
    .get('/:id/handover', async (c) => {
      const before = await support.beforeHandoverOf(askerOf(c), c.req.param('id'));
      return before.ok ? showPage(c, before.value, { values: { pick: [c.req.param('id')] } }) : showProblem(c, before.error);
    })
    .post('/:id/handover', async (c) => {
      const before = await support.beforeHandoverOf(askerOf(c), c.req.param('id'));
      if (!before.ok) return showProblem(c, before.error);
      return take(c, support, before.value, `/people/${c.req.param('id')}`);
    });

function showPage(c: C, before: BeforeHandover, again: Again = {}): Response {
  readsOf(c, ...before.people.map(({ person }) => person), ...before.untold.map(({ who }) => who.id));
  const status = again.changed ? 409 : again.errors ? 422 : 200;
  return show(c, <HandoverPage before={before} asker={askerOf(c)} {...again} />, status);
}

async function take(c: C, support: Supports, before: BeforeHandover, then: string): Promise<Response> {
  const words = c.get('words').caseloads.handover;
  const values = await readForm(c, handoverFields);
  if (values.step === 'preview') return showPage(c, before, { values, preview: true });
  const read = readMoves(values, before, words);
  if (!read.ok) return showPage(c, before, { values, errors: read.errors });
  const handed = await support.handOver(askerOf(c), before.worker.id, read.value);
  if (handed.ok) return c.redirect(`${then}?done=handed-over`, 303);
  if (typeof handed.error === 'object') return showPage(c, before, { values, errors: errorsOfRefusal(handed.error, words) });
  return handed.error === 'not-found' ? showProblem(c, handed.error) : showPage(c, before, { values, changed: true });
}
