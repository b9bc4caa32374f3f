import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { checkForm, readForm } from '../../platform/forms.ts';
import type { Supports } from '../index.ts';
import { verdicts } from '../restricted.ts';
import { text } from './asked.ts';
import type { TeamTyped } from './team-props.ts';
import { TeamPage } from './team-view.tsx';

type C = Context<Door>;
/** What whoever leads a team has to know of, and what they made of it. */
export const teamPage = (support: Supports) => {
  const showTeam = async (c: C, typed?: TeamTyped, status: 200 | 409 | 422 = typed ? 422 : 200) => {
    const found = await support.seeTeam(askerOf(c));
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, ...found.value.people.keys());
    return show(c, <TeamPage team={found.value} asker={askerOf(c)} typed={typed} />, status);
  };

  return new Hono<Door>()
    .use(allow('lead team'))
    .get('/', (c) => showTeam(c))
    .post('/alerts/:alert/seen', async (c) => {
      const words = c.get('words').safety;
      const of = c.req.param('alert');
      const typed = await readForm(c);
      const checked = checkForm(z.object({ note: text(1000, words.tooLong(1000)) }), typed);
      if (!checked.ok) return showTeam(c, { of, typed, errors: checked.errors });
      const seen = await support.seeAlert(askerOf(c), of, checked.value.note);
      if (seen.ok) return c.redirect('/team?done=alert-seen', 303);
      if (seen.error === 'no-note') return showTeam(c, { of, typed, errors: { note: words.team.errors.note } });
      if (seen.error === 'dealt-with') return showTeam(c, { of, typed, errors: { _form: words.team.errors.dealtWith } }, 409);
      return showProblem(c, seen.error);
    })
    .post('/openings/:opening', async (c) => {
      const { restricted: words, tooLong } = c.get('words').safety;
      const of = c.req.param('opening');
      const typed = await readForm(c);
      const form = z.object({ verdict: z.enum(verdicts, { error: words.errors.verdict }), note: text(1000, tooLong(1000)) });
      const checked = checkForm(form, typed);
      if (!checked.ok) return showTeam(c, { of, typed, errors: checked.errors });
      const reviewed = await support.reviewOpening(askerOf(c), of, checked.value);
      if (reviewed.ok) return c.redirect('/team?done=opening-reviewed', 303);
      if (reviewed.error === 'no-note') return showTeam(c, { of, typed, errors: { note: words.errors.note } });
      if (reviewed.error === 'own') return showTeam(c, { of, typed, errors: { verdict: words.errors.own } });
      if (reviewed.error === 'reviewed') return showTeam(c, { of, typed, errors: { _form: words.errors.reviewed } }, 409);
      return showProblem(c, reviewed.error);
    });
};
