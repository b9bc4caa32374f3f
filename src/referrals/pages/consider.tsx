import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Result } from '../../platform/result.ts';
import type { Words } from '../../../locales/en/index.ts';
import { type Referral, type Referrals, type Refusal, returnReasons } from '../index.ts';
import { ConsiderPage } from './consider-view.tsx';

type C = Context<Door, '/:id'>;
type W = Words['referrals']['consider']['errors'];

const note = (words: W) => z.string().trim().max(2000, words.tooLong).default('');
const returned = (words: W) =>
  z
    .object({ reason: z.enum(returnReasons, { error: words.reason }), returnNote: note(words) })
    .refine(({ reason, returnNote }) => reason !== 'other' || returnNote, { error: words.note, path: ['returnNote'] });
const asked = (words: W) =>
  z.object({ question: z.string({ error: words.question }).trim().min(1, words.question).max(2000, words.tooLong) });
const accepted = (words: W) => z.object({ linkWorker: z.uuid({ error: words.whom }).optional() });

/** A link worker decides on one referral: accept it, ask, or give it back with a reason. */
export const considerPage = (referrals: Referrals) => {
  const showReferral = async (c: C, values: Typed = {}, errors?: Errors) => {
    const found = await referrals.consider(askerOf(c), c.req.param('id'));
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id, ...found.value.mayBe.map(({ person }) => person.id));
    const colleagues = await referrals.colleaguesFor(askerOf(c));
    const load = await referrals.loadFor(askerOf(c));
    const page = (
      <ConsiderPage {...found.value} asker={askerOf(c)} colleagues={colleagues} load={load} values={values} {...(errors && { errors })} />
    );
    return show(c, page, errors ? 422 : 200);
  };

  const decided = (c: C, outcome: Result<Referral, Refusal>, to: (referral: Referral) => string) => {
    if (outcome.ok) return c.redirect(to(outcome.value), 303);
    if (outcome.error === 'not-found' || outcome.error === 'not-yours') return showProblem(c, outcome.error);
    return showProblem(c, 'changed-meanwhile');
  };

  return new Hono<Door>()
    .use(allow('decide on referral'))
    .get('/:id', (c) => showReferral(c))
    .post('/:id/accept', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(accepted(c.get('words').referrals.consider.errors), typed);
      if (!checked.ok) return showReferral(c, typed, checked.errors);
      return decided(
        c,
        await referrals.accept(askerOf(c), c.req.param('id'), checked.value.linkWorker),
        ({ person }) => `/people/${person}?done=accepted`,
      );
    })
    .post('/:id/same', async (c) => {
      const known = String((await readForm(c)).known ?? '');
      return decided(c, await referrals.isSamePerson(askerOf(c), c.req.param('id'), known), ({ id }) => `/queue/${id}?done=same-person`);
    })
    .post('/:id/ask', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(asked(c.get('words').referrals.consider.errors), typed);
      if (!checked.ok) return showReferral(c, typed, checked.errors);
      return decided(c, await referrals.ask(askerOf(c), c.req.param('id'), checked.value.question), () => '/queue?done=asked');
    })
    .post('/:id/return', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(returned(c.get('words').referrals.consider.errors), typed);
      if (!checked.ok) return showReferral(c, typed, checked.errors);
      const because = { reason: checked.value.reason, note: checked.value.returnNote };
      return decided(c, await referrals.giveBack(askerOf(c), c.req.param('id'), because), () => '/queue?done=returned');
    });
};
