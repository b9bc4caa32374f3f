import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Supports } from '../index.ts';
import { text } from './asked.ts';
import { correctionForm } from './contact-form.ts';
import { OneContactPage } from './contact-one-view.tsx';
import { ContactsPage } from './contacts-view.tsx';
import { isTooLate, momentOf } from './moment.tsx';

type C = Context<Door>;
type Again = { values?: Typed; errors?: Errors; stale?: boolean; striking?: boolean };

/** What has been written of a person: all of it, and each to be put right or struck out. */
export const contactsPage = (support: Supports) => {
  const zone = (c: C) => askerOf(c).programme.settings.timeZone;
  const ids = (c: C) => [c.req.param('id') ?? '', c.req.param('contact') ?? ''] as const;
  const showOne = async (c: C, { errors, ...again }: Again = {}) => {
    const seen = await support.seeContact(askerOf(c), ...ids(c));
    if (!seen.ok) return showProblem(c, seen.error);
    readsOf(c, seen.value.person.id);
    const page = <OneContactPage seen={seen.value} timeZone={zone(c)} {...again} {...(errors && { errors })} />;
    return show(c, page, again.stale ? 409 : errors ? 422 : 200);
  };

  return new Hono<Door>()
    .use('/:id/contacts', allow('see person'))
    .use('/:id/contacts/*', allow('support person'))
    .get('/:id/contacts', async (c) => {
      const seen = await support.seeContacts(askerOf(c), c.req.param('id'));
      if (!seen.ok) return showProblem(c, seen.error);
      readsOf(c, seen.value.person.id);
      const filter = { who: c.req.query('who') ?? '', tag: c.req.query('tag') ?? '' };
      return show(c, <ContactsPage seen={seen.value} filter={filter} timeZone={zone(c)} />);
    })
    .get('/:id/contacts/:contact', (c) => showOne(c))
    .post('/:id/contacts/:contact', async (c) => {
      const words = { contact: c.get('words').support.contact, more: c.get('words').contacts };
      const typed = await readForm(c, { many: ['tags'], days: ['day'] });
      const checked = checkForm(correctionForm(words, calendarDay(started(c), zone(c))), typed);
      if (!checked.ok) return showOne(c, { values: typed, errors: checked.errors });
      if (isTooLate(zone(c), checked.value, started(c))) return showOne(c, { values: typed, errors: { time: words.contact.errors.ahead } });
      const { day, time, why, rowVersion, ...after } = checked.value;
      const correction = { ...after, happenedAt: momentOf(zone(c), { day, time }) };
      const saved = await support.correctContact(askerOf(c), ...ids(c), correction, rowVersion, why);
      if (saved.ok) return c.redirect(`${c.req.path}?done=contact-corrected`, 303);
      const { error } = saved;
      if (error === 'not-found' || error === 'not-yours') return showProblem(c, error);
      if (error === 'same') return showOne(c, { values: typed, errors: { note: words.more.errors.same } });
      return showOne(c, { values: typed, stale: true });
    })
    .post('/:id/contacts/:contact/strike', async (c) => {
      const words = c.get('words').contacts.errors;
      const typed = await readForm(c);
      const form = z.object({
        strikeWhy: text(300, c.get('words').support.contact.errors.tooLong(300)).refine((why) => why !== '', words.strikeWhy),
        rowVersion: z.coerce.number().int().catch(0),
      });
      const checked = checkForm(form, typed);
      if (!checked.ok) return showOne(c, { values: typed, errors: checked.errors, striking: true });
      const struck = await support.strikeContact(askerOf(c), ...ids(c), checked.value.rowVersion, checked.value.strikeWhy);
      if (struck.ok) return c.redirect(`/people/${ids(c)[0]}/contacts/${ids(c)[1]}?done=contact-struck`, 303);
      if (struck.error === 'not-found' || struck.error === 'not-yours') return showProblem(c, struck.error);
      return showOne(c, { values: typed, stale: true, striking: true });
    });
};
