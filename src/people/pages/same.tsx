import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Merging, Pair } from '../index.ts';
import { type Choices, joinable } from '../merge.ts';
import { PairPage } from './same-pair-view.tsx';
import { SamePage } from './same-view.tsx';

type C = Context<Door, '/:id/same/:other'>;

const choices = z.object(Object.fromEntries(joinable.map((field) => [field, z.enum(['kept', 'gone']).optional().catch(undefined)])));
const chosenIn = (typed: Typed): Choices => choices.parse(typed);

/** Two records of one person: finding them, making them one, and two again. */
export const samePage = (merging: Merging) => {
  const withPair = async (c: C, draw: (pair: Pair) => Response | Promise<Response>): Promise<Response> => {
    const found = await merging.preview(askerOf(c), c.req.param('id'), c.req.param('other'));
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.kept.id, found.value.gone.id);
    return draw(found.value);
  };
  const again = (c: C, pair: Pair, values: Typed = {}, errors?: Errors, status: 200 | 409 | 422 = errors ? 422 : 200) =>
    show(c, <PairPage {...pair} values={values} {...(errors && { errors })} />, status);

  return new Hono<Door>()
    .use('/:id/same', allow('support person'))
    .use('/:id/same/*', allow('support person'))
    .get('/:id/same', async (c) => {
      const found = await merging.look(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.person.id, ...found.value.likely.map(({ id }) => id));
      return show(c, <SamePage {...found.value} />);
    })
    .get('/:id/same/:other', (c) => withPair(c, (pair) => again(c, pair)))
    .post('/:id/same/:other', async (c) => {
      const typed = await readForm(c);
      return withPair(c, async (pair) => {
        const { errors } = c.get('words').joining.pair;
        if (pair.refusal) return again(c, pair, typed, undefined, 409);
        const form = z.object({
          sure: z.literal('yes', { error: errors.sure }),
          support:
            pair.supports.length > 1
              ? z.enum(pair.supports.map(({ id }) => id) as [string, ...string[]], { error: errors.support })
              : z.string().optional(),
        });
        const checked = checkForm(form, typed);
        if (!checked.ok) return again(c, pair, typed, checked.errors);
        const done = await merging.join(askerOf(c), pair.kept.id, pair.gone.id, {
          choices: chosenIn(typed),
          support: checked.value.support,
        });
        if (done.ok) return c.redirect(`/people/${pair.kept.id}/same?done=records-joined`, 303);
        const { error } = done;
        if (error === 'not-found' || error === 'not-yours') return showProblem(c, error);
        return withPair(c, (now) => again(c, { ...now, refusal: error === 'choose-support' ? now.refusal : error }, typed, undefined, 409));
      });
    })
    .post('/:id/same/undo/:merge', async (c) => {
      const id = c.req.param('id');
      const parted = await merging.part(askerOf(c), id, c.req.param('merge'));
      if (!parted.ok) return showProblem(c, parted.error === 'not-last' ? 'changed-meanwhile' : parted.error);
      return c.redirect(`/people/${id}/same?done=records-parted${parted.value.since ? '-since' : ''}`, 303);
    });
};

/** The address of a record that is part of another now leads to that, for those who may see it. */
export const leadToJoined =
  (merging: Merging): MiddlewareHandler<Door> =>
  async (c, next) => {
    await next();
    const asker = c.get('asker');
    const id = c.req.param('id');
    if (c.res.status !== 404 || c.req.method !== 'GET' || !asker || !id) return;
    const now = await merging.now(asker, id);
    if (now) c.res = c.redirect(c.req.path.replace(id, now), 303);
  };
