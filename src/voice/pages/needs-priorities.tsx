import { type Context, Hono } from 'hono';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { CommunityNeeds } from '../index.ts';
import { type Again, PrioritiesPage } from './needs-priorities-view.tsx';

type C = Context<Door>;
const textOf = (typed: Typed, name: string): string => String(typed[name] ?? '').trim();

/** What the steering group picks out, votes on, and does something about. */
export const needsPrioritiesPage = (needs: CommunityNeeds) => {
  const draw = async (c: C, again: Again = {}) => {
    const seen = await needs.seePriorities(askerOf(c));
    if (!seen.ok) return showProblem(c, seen.error);
    return show(c, <PrioritiesPage seen={seen.value} {...again} />, again.stale ? 409 : again.errors ? 422 : 200);
  };
  return new Hono<Door>()
    .get('/', allow('see needs'), (c) => draw(c))
    .post('/vote', allow('keep steering'), async (c) => {
      const typed = await readForm(c, { days: ['closesOn'] });
      const words = c.get('words').needsProfile.list.vote;
      const [choose, closesOn] = [Number(typed['choose']), textOf(typed, 'closesOn')];
      const errors: Errors = {};
      if (!Number.isInteger(choose) || choose < 1 || choose > 5) errors['choose'] = words.errors.choose;
      if (!isCalendarDay(closesOn)) errors['closesOn'] = words.errors.closes;
      if (Object.keys(errors).length) return draw(c, { about: 'vote', typed, errors });
      const asker = askerOf(c);
      const opened = await needs.openVote(asker, words.question(asker.programme.name), { choose, closesOn });
      if (opened.ok) return c.redirect('/needs-priorities?done=needs-vote-opened', 303);
      if (opened.error === 'not-yours' || opened.error === 'not-found') return showProblem(c, opened.error);
      const why = opened.error === 'in-the-past' ? { closesOn: words.errors.closes } : { _form: words.errors[opened.error] };
      return draw(c, { about: 'vote', typed, errors: why });
    })
    .post('/:id', allow('take part in steering'), async (c) => {
      const id = c.req.param('id');
      const typed = await readForm(c);
      const { errors: listErrors } = c.get('words').needsProfile.list;
      const { errors: addErrors } = c.get('words').needsProfile.how;
      const [title, why] = [textOf(typed, `title-${id}`), textOf(typed, `why-${id}`)];
      const errors: Errors = {};
      if (!title) errors[`title-${id}`] = addErrors.title;
      if (title.length > 120) errors[`title-${id}`] = listErrors.tooLong(120);
      if (why.length > 1000) errors[`why-${id}`] = listErrors.tooLong(1000);
      if (Object.keys(errors).length) return draw(c, { about: id, typed, errors });
      const changed = await needs.changePriority(askerOf(c), id, { title, why, rowVersion: Number(typed['rowVersion']) || 0 });
      if (changed.ok) return c.redirect('/needs-priorities?done=priority-changed', 303);
      return typeof changed.error === 'object' ? draw(c, { about: id, typed, stale: true }) : showProblem(c, changed.error);
    })
    .post('/:id/remove', allow('take part in steering'), async (c) => {
      const removed = await needs.removePriority(askerOf(c), c.req.param('id'), true);
      return removed.ok ? c.redirect('/needs-priorities?done=priority-removed', 303) : showProblem(c, removed.error);
    })
    .post('/:id/put-back', allow('take part in steering'), async (c) => {
      const back = await needs.removePriority(askerOf(c), c.req.param('id'), false);
      return back.ok ? c.redirect('/needs-priorities?done=priority-back', 303) : showProblem(c, back.error);
    })
    .post('/:id/steps', allow('keep steering'), async (c) => {
      const id = c.req.param('id');
      const typed = await readForm(c, { days: [`on-${id}`] });
      const words = c.get('words').needsProfile.list.errors;
      const [on, said] = [textOf(typed, `on-${id}`), textOf(typed, `words-${id}`)];
      const today = calendarDay(started(c), askerOf(c).programme.settings.timeZone);
      const errors: Errors = {};
      if (!isCalendarDay(on) || on > today) errors[`on-${id}`] = words.on;
      if (!said) errors[`words-${id}`] = words.words;
      if (said.length > 500) errors[`words-${id}`] = words.tooLong(500);
      if (Object.keys(errors).length) return draw(c, { about: id, typed, errors });
      const added = await needs.addStep(askerOf(c), id, { on, words: said });
      return added.ok ? c.redirect('/needs-priorities?done=priority-step', 303) : showProblem(c, added.error);
    });
};
