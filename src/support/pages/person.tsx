import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import type { Supports } from '../index.ts';
import { RecordPage } from './person-view.tsx';
import type { TaskTyped } from './tasks-view.tsx';

/** The page itself, or again with what was typed into one of its small forms. */
export async function showRecord(support: Supports, c: Context<Door>, typed?: TaskTyped): Promise<Response> {
  const found = await support.seeRecord(askerOf(c), c.req.param('id') ?? '');
  if (!found.ok) return showProblem(c, found.error);
  readsOf(c, found.value.person.id);
  return show(c, <RecordPage record={found.value} asker={askerOf(c)} now={started(c)} typed={typed} />, typed ? 422 : 200);
}

/** Everything that is known of one person, and what can be done next. */
export const personPage = (support: Supports) =>
  new Hono<Door>()
    .use('/:id', allow('see person'))
    .get('/:id', (c) => showRecord(support, c))
    .use('/:id/reopen', allow('support person'))
    .post('/:id/reopen', async (c) => {
      const reopened = await support.reopen(askerOf(c), c.req.param('id'));
      if (reopened.ok) return c.redirect(`/people/${c.req.param('id')}?done=support-reopened`, 303);
      return showProblem(c, reopened.error === 'not-closed' ? 'changed-meanwhile' : reopened.error);
    });
