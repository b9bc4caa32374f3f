import { type Context, Hono } from 'hono';
import { calendarDay, formatTime } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import { type AgreedTime, fromAgreedTime } from '../appointment.ts';
import { noteOf, usualTemplates } from '../contact-templates.ts';
import type { BeforeContact, OwnTemplate, Supports } from '../index.ts';
import { contactForm } from './contact-form.ts';
import { ContactPage, type Double } from './contact-view.tsx';
import { isTooLate, momentOf } from './moment.tsx';

type C = Context<Door, '/:id/contact'>;
type Again = { values?: Typed; errors?: Errors; double?: Double };

/** One screen for what was said, with everything filled in that Bothy knows. */
export const contactPage = (support: Supports) => {
  const before = async (c: C, draw: (before: BeforeContact) => Response | Promise<Response>) => {
    const found = await support.beforeContact(askerOf(c), c.req.param('id'), c.req.query('appointment'));
    if (!found.ok) return showProblem(c, found.error === 'not-open' ? 'changed-meanwhile' : found.error);
    readsOf(c, found.value.person.id);
    return draw(found.value);
  };
  const draw = (c: C, found: BeforeContact, { errors, ...again }: Again) => {
    const { timeZone } = askerOf(c).programme.settings;
    const page = <ContactPage before={found} now={started(c)} timeZone={timeZone} {...again} {...(errors && { errors })} />;
    return show(c, page, again.double ? 409 : errors ? 422 : 200);
  };

  return new Hono<Door>()
    .use('/:id/contact', allow('support person'))
    .get('/:id/contact', (c) =>
      before(c, (found) => {
        const template = templateCalled(c.req.query('template'), found.templates, c.get('words').contacts);
        return draw(
          c,
          found,
          found.appointment
            ? { values: agreed(found.appointment, askerOf(c).programme.settings.timeZone) }
            : template
              ? { values: valuesOf(template) }
              : {},
        );
      }),
    )
    .post('/:id/contact', (c) =>
      before(c, async (found) => {
        const words = { contact: c.get('words').support.contact, more: c.get('words').contacts };
        const asker = askerOf(c);
        const { timeZone } = asker.programme.settings;
        const typed = await readForm(c, { many: ['tags', 'company'], days: ['day', 'nextOn'] });
        const headings = templateCalled(String(typed['template'] ?? ''), found.templates, words.more)?.headings ?? [];
        const checked = checkForm(contactForm(words, calendarDay(started(c), timeZone), headings), typed);
        if (!checked.ok) return draw(c, found, { values: typed, errors: checked.errors });
        if (isTooLate(timeZone, checked.value, started(c)))
          return draw(c, found, { values: typed, errors: { time: words.contact.errors.ahead } });
        const { day, time, outcome, written, nextOn, ...details } = checked.value;
        const happenedAt = momentOf(timeZone, { day, time });
        const id = c.req.param('id');
        if (outcome === 'not-there') {
          const channel = details.channel === 'video' ? 'phone' : details.channel;
          const tried = {
            channel,
            outcome: 'did-not-come' as const,
            note: written,
            whyThisWay: '',
            againOn: nextOn,
            triedAt: happenedAt,
            appointment: String(typed['appointment'] ?? ''),
          };
          const saved = await support.recordAttempt(asker, id, tried);
          if (saved.ok) return c.redirect(`/people/${id}?done=attempt-saved`, 303);
          if (typeof saved.error === 'object') return draw(c, found, { values: typed, errors: { outcome: words.more.notThereHint } });
          return showProblem(c, saved.error === 'not-open' ? 'changed-meanwhile' : saved.error);
        }
        const saved = await support.recordContact(asker, id, {
          ...details,
          outcome,
          nextOn,
          happenedAt,
          appointment: String(typed['appointment'] ?? ''),
        });
        if (saved.ok) return c.redirect(`/people/${id}?done=contact-saved`, 303);
        const { error } = saved;
        if (typeof error === 'object')
          return draw(c, found, { values: typed, double: error, errors: { another: words.more.errors.another } });
        if (error === 'before-birth') return draw(c, found, { values: typed, errors: { day: words.more.errors.beforeBirth } });
        if (error === 'before-referral') return draw(c, found, { values: typed, errors: { day: words.more.errors.beforeReferral } });
        return showProblem(c, error === 'not-open' ? 'changed-meanwhile' : error);
      }),
    );
};

type Filled = Pick<OwnTemplate, 'id' | 'channel' | 'minutes' | 'headings' | 'tags' | 'debrief'>;

function templateCalled(id: string | undefined, own: readonly OwnTemplate[], words: Words['contacts']): Filled | undefined {
  const usual = usualTemplates.find((each) => each.id === id);
  if (usual) return { debrief: false, ...usual, headings: words.templates[usual.id]?.headings ?? [] };
  return own.find((each) => each.id === id);
}

const valuesOf = ({ id, channel, minutes, headings, tags, debrief }: Filled): Typed => ({
  template: id,
  channel,
  minutes: String(minutes),
  note: noteOf(headings),
  tags: [...tags],
  outcome: 'met',
  ...(debrief && { debrief: 'yes' }),
});

/** All that is known already of what was agreed. */
function agreed(time: AgreedTime, timeZone: string): Typed {
  const { channel, minutes, place, happenedAt } = fromAgreedTime(time);
  const day = calendarDay(happenedAt, timeZone);
  const [year = '', month = '', date = ''] = day.split('-');
  const parts = { 'day-year': year, 'day-month': month, 'day-day': date };
  return { appointment: time.id, channel, minutes: String(minutes), place, day, ...parts, time: formatTime(happenedAt, { timeZone }) };
}
