import { type Context, Hono } from 'hono';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Supports } from '../index.ts';
import { factAsked, openForm, readFact } from './restricted-form.ts';
import { FactPage, type TriedFact } from './restricted-fact-view.tsx';
import { RestrictedPage } from './restricted-view.tsx';

type C = Context<Door, '/:id/restricted'>;

/** What is kept apart from the record: read by its author and the lead, and by whoever opens it with a reason. */
export const restrictedPage = (support: Supports) => {
  const look = (c: C) => support.seeRestricted(askerOf(c), c.req.param('id'));

  const showAll = async (c: C, tried?: { typed: Typed; errors: Errors }) => {
    const found = await look(c);
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id);
    return show(c, <RestrictedPage seen={found.value} asker={askerOf(c)} tried={tried} />, tried ? 422 : 200);
  };

  const showFact = async (c: C, id: string | undefined, tried?: TriedFact) => {
    const found = await look(c);
    if (!found.ok) return showProblem(c, found.error);
    const fact = found.value.facts.find((each) => each.id === id);
    if (id && !fact) return showProblem(c, 'not-found');
    readsOf(c, found.value.person.id);
    return show(c, <FactPage seen={found.value} fact={fact} tried={tried} />, tried?.stale ? 409 : tried ? 422 : 200);
  };

  async function save(c: C, id: string | undefined) {
    const found = await look(c);
    if (!found.ok) return showProblem(c, found.error);
    const typed = await readForm(c, factAsked);
    const words = c.get('words');
    const today = calendarDay(started(c), askerOf(c).programme.settings.timeZone);
    const colleagues = found.value.team.map((colleague) => colleague.id);
    const read = readFact(typed, words, today, colleagues);
    if (!read.ok) return showFact(c, id, read);
    const person = c.req.param('id');
    const saved = id
      ? await support.changeRestricted(askerOf(c), person, id, read.value, Number(typed['rowVersion']) || 0)
      : await support.addRestricted(askerOf(c), person, read.value);
    if (saved.ok) return c.redirect(`/people/${person}/restricted?done=restricted-saved`, 303);
    if (typeof saved.error === 'string') return showProblem(c, saved.error);
    const version = String(saved.error.stale.rowVersion);
    return showFact(c, id, {
      typed: { ...typed, rowVersion: version },
      errors: { _form: words.safety.restricted.errors.stale },
      stale: true,
    });
  }

  return new Hono<Door>()
    .use('/:id/restricted', allow('support person'))
    .use('/:id/restricted/*', allow('support person'))
    .get('/:id/restricted', (c) => showAll(c))
    .post('/:id/restricted/open', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(openForm(c.get('words')), typed);
      if (!checked.ok) return showAll(c, checked);
      const opened = await support.openRestricted(askerOf(c), c.req.param('id'), checked.value);
      return opened.ok ? c.redirect(`/people/${c.req.param('id')}/restricted`, 303) : showProblem(c, opened.error);
    })
    .get('/:id/restricted/new', (c) => showFact(c, undefined))
    .post('/:id/restricted/new', (c) => save(c, undefined))
    .get('/:id/restricted/:fact', (c) => showFact(c, c.req.param('fact')))
    .post('/:id/restricted/:fact', (c) => save(c, c.req.param('fact')));
};
