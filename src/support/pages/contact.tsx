import { type Context, Hono } from 'hono';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Supports } from '../index.ts';
import { contactForm } from './contact-form.ts';
import { ContactPage } from './contact-view.tsx';
import { isTooLate, momentOf } from './moment.tsx';

/** One screen for what was said, with everything filled in that Bothy knows. */
export const contactPage = (support: Supports) => {
  const showForm = async (c: Context<Door, '/:id/contact'>, values: Typed = {}, errors?: Errors) => {
    const before = await support.beforeContact(askerOf(c), c.req.param('id'));
    if (!before.ok) return showProblem(c, before.error === 'not-open' ? 'changed-meanwhile' : before.error);
    readsOf(c, before.value.person.id);
    const { timeZone } = askerOf(c).programme.settings;
    return show(
      c,
      <ContactPage before={before.value} now={started(c)} timeZone={timeZone} values={values} {...(errors && { errors })} />,
      errors ? 422 : 200,
    );
  };

  return new Hono<Door>()
    .use('/:id/contact', allow('support person'))
    .get('/:id/contact', (c) => showForm(c))
    .post('/:id/contact', async (c) => {
      const words = c.get('words').support.contact;
      const { timeZone } = askerOf(c).programme.settings;
      const typed = await readForm(c, { days: ['day', 'nextOn'] });
      const checked = checkForm(contactForm(words, calendarDay(started(c), timeZone)), typed);
      if (!checked.ok) return showForm(c, typed, checked.errors);
      if (isTooLate(timeZone, checked.value, started(c))) return showForm(c, typed, { time: words.errors.ahead });
      const { day, time, ...details } = checked.value;
      const saved = await support.recordContact(askerOf(c), c.req.param('id'), {
        ...details,
        happenedAt: momentOf(timeZone, { day, time }),
      });
      if (!saved.ok) return showProblem(c, saved.error === 'not-open' ? 'changed-meanwhile' : saved.error);
      return c.redirect(`/people/${c.req.param('id')}?done=contact-saved`, 303);
    });
};
