import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { readForm } from '../../platform/forms.ts';
import type { Result } from '../../platform/result.ts';
import type { ChangeSet, Feeds, SetFilter, SetRefusal } from '../index.ts';
import { ChangeSetPage } from './change-set-view.tsx';
import { pageIn } from './page-in.ts';

type C = Context<Door>;

const filter = z.object({
  kind: z.enum(['', 'organisation', 'service', 'location']).catch(''),
  action: z.enum(['', 'add', 'change', 'withdraw', 'put-back']).catch(''),
});
const filterOf = (c: C): SetFilter => ({ ...filter.parse(c.req.query()), page: pageIn(c) });

const numbersIn = (typed: string | string[] | undefined): number[] =>
  [typed ?? []].flat().flatMap((text) => (/^\d{1,9}$/.test(text) ? [Number(text)] : []));

/** What is to change: looked at, chosen from, taken in, left, taken back. */
export const changeSetPage = (feeds: Feeds) => {
  const showSet = async (c: C, id: string, status: 200 | 409 = 200) => {
    const wanted = filterOf(c);
    const seen = await feeds.changeSet(askerOf(c), id, wanted);
    return seen ? show(c, <ChangeSetPage {...seen} filter={wanted} stale={status === 409} />, status) : showProblem(c, 'not-found');
  };
  const answer = (c: C, id: string, decided: Result<ChangeSet, SetRefusal>, done: string) => {
    if (decided.ok) return c.redirect(`/changes/${id}?done=${done}`, 303);
    return decided.error === 'not-found' ? showProblem(c, 'not-found') : showSet(c, id, 409);
  };

  return new Hono<Door>()
    .use(allow('curate directory'))
    .get('/:id', (c) => showSet(c, c.req.param('id')))
    .post('/:id/choose', async (c) => {
      const typed = await readForm(c, { many: ['shown', 'wanted'] });
      const id = c.req.param('id');
      return answer(
        c,
        id,
        await feeds.chooseChanges(askerOf(c), id, numbersIn(typed['shown']), numbersIn(typed['wanted'])),
        'changes-chosen',
      );
    })
    .post('/:id/apply', async (c) => {
      const id = c.req.param('id');
      const applied = await feeds.applySet(askerOf(c), id, Number((await readForm(c))['rowVersion'] ?? 0));
      return answer(c, id, applied, applied.ok && applied.value.state === 'applying' ? 'changes-applying' : 'changes-applied');
    })
    .post('/:id/drop', async (c) => answer(c, c.req.param('id'), await feeds.dropSet(askerOf(c), c.req.param('id')), 'changes-dropped'))
    .post('/:id/undo', async (c) => answer(c, c.req.param('id'), await feeds.undoSet(askerOf(c), c.req.param('id')), 'changes-undone'));
};
