import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Person } from '../person.ts';
import { ReachSafelyPage } from './reach-safely-view.tsx';
import { asked, safeContactForm, valuesOf, wishedOf } from './safe-contact-form.ts';
import type { Reachings, SafeContactSeen } from '../index.ts';

type C = Context<Door, '/:id/safe-contact'>;
type Again = { values: Typed; errors?: Errors; stale?: Person };

/** What somebody wishes about being reached, asked in one place. */
export const reachSafelyPage = (reachings: Reachings) => {
  const draw = (c: C, seen: SafeContactSeen, again?: Again) => {
    readsOf(c, seen.person.id);
    const { timeZone } = askerOf(c).programme.settings;
    const status = again ? (again.stale ? 409 : 422) : 200;
    return show(c, <ReachSafelyPage {...seen} {...(again ?? { values: valuesOf(seen.person) })} timeZone={timeZone} />, status);
  };

  return new Hono<Door>()
    .use('/:id/safe-contact', allow('support person'))
    .get('/:id/safe-contact', async (c) => {
      const found = await reachings.seeSafeContact(askerOf(c), c.req.param('id'));
      return found.ok ? draw(c, found.value) : showProblem(c, found.error);
    })
    .post('/:id/safe-contact', async (c) => {
      const found = await reachings.seeSafeContact(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      const typed = await readForm(c, asked);
      const today = dayIn(askerOf(c).programme.settings.timeZone, started(c));
      const checked = checkForm(safeContactForm(c.get('words').reaching.errors, today), typed);
      if (!checked.ok) return draw(c, found.value, { values: typed, errors: checked.errors });
      const { person } = found.value;
      const wished = wishedOf(checked.value, person);
      const saved = await reachings.saveSafeContact(askerOf(c), person.id, { ...wished, rowVersion: checked.value.rowVersion });
      if (saved.ok) return c.redirect(`/people/${person.id}?done=safe-contact-saved`, 303);
      if (typeof saved.error === 'string') return showProblem(c, saved.error);
      const { stale } = saved.error;
      return draw(c, { ...found.value, person: stale }, { values: { ...typed, rowVersion: String(stale.rowVersion) }, stale });
    });
};
