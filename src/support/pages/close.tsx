import { type Context, Hono } from 'hono';
import { formatDate } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Supports } from '../index.ts';
import { readClosing } from './close-form.ts';
import { draftOf } from './close-draft.ts';
import { ClosePage } from './close-view.tsx';

/** How support ends, and what the referrer is told of it. */
export const closePage = (support: Supports) => {
  const showForm = async (c: Context<Door, '/:id/close'>, again: { values?: Typed; errors?: Errors; changed?: boolean } = {}) => {
    const before = await support.beforeClosing(askerOf(c), c.req.param('id'));
    if (!before.ok) return showProblem(c, before.error === 'not-open' ? 'changed-meanwhile' : before.error);
    if (before.value.support.stage.name !== 'open' && !again.values) return showProblem(c, 'changed-meanwhile');
    readsOf(c, before.value.person.id);
    if (again.values) return show(c, <ClosePage before={before.value} {...again} />, again.changed ? 409 : again.errors ? 422 : 200);
    const { timeZone } = askerOf(c).programme.settings;
    const draft = draftOf(before.value, c.get('words').ending, (at) => formatDate(at, { timeZone }));
    const drafted = Object.values(draft).some(Boolean);
    return show(c, <ClosePage before={before.value} values={{ ...draft, tellPerson: 'yes' }} drafted={drafted} />);
  };

  return new Hono<Door>()
    .use('/:id/close', allow('support person'))
    .get('/:id/close', (c) => showForm(c))
    .post('/:id/close', async (c) => {
      const words = c.get('words').support;
      const typed = await readForm(c);
      const checked = readClosing(typed, words.closing);
      if (!checked.ok) return showForm(c, { values: typed, errors: checked.errors });
      const closed = await support.close(askerOf(c), c.req.param('id'), checked.value.version, checked.value.ending);
      // Closing alone stops no message to them: that is written down on a page of its own.
      if (closed.ok && closed.value.because === 'died') return c.redirect(`/people/${c.req.param('id')}/died?done=support-ended`, 303);
      if (closed.ok) return c.redirect(`/people/${c.req.param('id')}?done=support-ended`, 303);
      const { error } = closed;
      if (error === 'changed-meanwhile') return showForm(c, { values: typed, changed: true });
      if (typeof error === 'string') return showProblem(c, error);
      const { tries, of, days, ofDays } = error.tooSoon;
      return showForm(c, {
        values: typed,
        errors: { because: words.closing.errors.tooSoon(words.protocol.state(tries, of, days, ofDays)) },
      });
    });
};
