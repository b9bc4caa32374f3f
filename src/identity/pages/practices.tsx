import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Result } from '../../platform/result.ts';
import type { Accounts } from '../index.ts';
import { emailAddress, optionalWords, versionOf, words } from './accounts-form.ts';
import { allow, askerOf, type Door, show, showProblem } from './door.tsx';
import { PracticeForm, PracticesPage, TeamForm } from './practices-view.tsx';

type C = Context<Door>;
type W = Words['accounts'];
type Problem = { typed: Typed; errors: Errors; stale?: boolean };
type Refusal = 'not-yours' | 'not-found' | 'no-team' | { stale: unknown };

const practiceForm = (w: W) =>
  z.object({
    name: words(100, w, w.errors.practice),
    place: optionalWords(100, w),
    code: optionalWords(20, w),
    team: z.uuid({ error: w.errors.chooseTeam }),
  });
const teamForm = (w: W) =>
  z.object({
    name: words(100, w, w.errors.team),
    email: z
      .string()
      .trim()
      .default('')
      .pipe(z.union([z.literal(''), emailAddress(w)], { error: w.errors.email }))
      .transform((email) => email || null),
    phone: optionalWords(40, w).transform((phone) => phone || null),
  });

/** Which practices refer, and to which team. */
export const practicesPage = (accounts: Accounts) => {
  const showForm = async (c: C, kind: 'practice' | 'team', id?: string, problem?: Problem) => {
    const found = await accounts.places(askerOf(c));
    if (!found.ok) return showProblem(c, found.error);
    const { practices, teams } = found.value;
    const practice = practices.find((each) => each.id === id);
    const team = teams.find((each) => each.id === id);
    if (id !== undefined && !(kind === 'practice' ? practice : team)) return showProblem(c, 'not-found');
    const status = problem?.stale ? 409 : problem ? 422 : 200;
    if (kind === 'team') return show(c, <TeamForm {...(team && { team })} {...problem} />, status);
    return show(c, <PracticeForm teams={teams} {...(practice && { practice })} {...problem} />, status);
  };

  const answer = (c: C, kind: 'practice' | 'team', id: string | undefined, typed: Typed, saved: Result<string, Refusal>) => {
    if (saved.ok) return c.redirect('/practices?done=place-saved', 303);
    const { errors } = c.get('words').accounts;
    if (saved.error === 'no-team') return showForm(c, kind, id, { typed, errors: { team: errors.chooseTeam } });
    if (typeof saved.error === 'object') return showForm(c, kind, id, { typed, errors: { _form: errors.stale }, stale: true });
    return showProblem(c, saved.error);
  };

  const savePractice = async (c: C, id?: string) => {
    const typed = await readForm(c);
    const checked = checkForm(practiceForm(c.get('words').accounts), typed);
    if (!checked.ok) return showForm(c, 'practice', id, checked);
    const known = id === undefined ? undefined : { id, rowVersion: versionOf(typed) };
    return answer(c, 'practice', id, typed, await accounts.savePractice(askerOf(c), checked.value, known));
  };

  const saveTeam = async (c: C, id?: string) => {
    const typed = await readForm(c);
    const checked = checkForm(teamForm(c.get('words').accounts), typed);
    if (!checked.ok) return showForm(c, 'team', id, checked);
    const known = id === undefined ? undefined : { id, rowVersion: versionOf(typed) };
    return answer(c, 'team', id, typed, await accounts.saveTeam(askerOf(c), checked.value, known));
  };

  return new Hono<Door>()
    .use(allow('manage accounts'))
    .get('/', async (c) => {
      const found = await accounts.places(askerOf(c));
      return found.ok ? show(c, <PracticesPage {...found.value} />) : showProblem(c, found.error);
    })
    .get('/new', (c) => showForm(c, 'practice'))
    .post('/new', (c) => savePractice(c))
    .get('/teams/new', (c) => showForm(c, 'team'))
    .post('/teams/new', (c) => saveTeam(c))
    .get('/teams/:id', (c) => showForm(c, 'team', c.req.param('id')))
    .post('/teams/:id', (c) => saveTeam(c, c.req.param('id')))
    .get('/:id', (c) => showForm(c, 'practice', c.req.param('id')))
    .post('/:id', (c) => savePractice(c, c.req.param('id')));
};
