import { Hono } from 'hono';
import * as z from 'zod';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { checkForm, readForm } from '../../platform/forms.ts';
import type { Referrals } from '../index.ts';
import { MadePage } from './made-view.tsx';
import { OneMadePage } from './one-made-view.tsx';
import { pageOf } from './page-number.ts';

/** What a referrer sent, and what came of it. */
export const madePage = (referrals: Referrals) =>
  new Hono<Door>()
    .use(allow('see referrals made'))
    .get('/', async (c) => {
      const whose = c.req.query('whose') === 'practice' && askerOf(c).practice ? 'practice' : 'mine';
      const page = pageOf(c);
      const made = await referrals.made(askerOf(c), whose, page);
      readsOf(c, ...made.rows.map(({ person }) => person.id));
      const signposts = whose === 'mine' && page === 1 ? await referrals.signpostsOf(askerOf(c)) : [];
      return show(c, <MadePage asker={askerOf(c)} whose={whose} page={page} {...made} signposts={signposts} />);
    })
    .get('/:id', async (c) => {
      const made = await referrals.seeMade(askerOf(c), c.req.param('id'));
      if (!made.ok) return showProblem(c, made.error);
      readsOf(c, made.value.person.id);
      return show(c, <OneMadePage {...made.value} asker={askerOf(c)} />);
    })
    .post('/:id/answer', allow('answer about referral'), async (c) => {
      const words = c.get('words').referrals.oneMade;
      const id = c.req.param('id');
      const schema = z.object({
        answer: z.string({ error: words.noAnswer }).trim().min(1, words.noAnswer).max(2000, c.get('words').people.errors.tooLong(2000)),
      });
      const typed = await readForm(c);
      const checked = checkForm(schema, typed);
      if (!checked.ok) {
        const made = await referrals.seeMade(askerOf(c), id);
        if (!made.ok) return showProblem(c, made.error);
        readsOf(c, made.value.person.id);
        return show(c, <OneMadePage {...made.value} asker={askerOf(c)} values={typed} errors={checked.errors} />, 422);
      }
      const answered = await referrals.answer(askerOf(c), id, checked.value.answer);
      if (answered.ok) return c.redirect(`/referrals/${id}?done=answered`, 303);
      return showProblem(c, answered.error === 'not-found' || answered.error === 'not-yours' ? answered.error : 'changed-meanwhile');
    });
