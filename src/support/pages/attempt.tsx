import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import { attemptChannels, outcomes } from '../attempts.ts';
import type { BeforeContact, Supports } from '../index.ts';
import { dayAhead, text } from './asked.ts';
import { AttemptPage } from './attempt-view.tsx';
import { ContactPage } from './contact-view.tsx';
import { isTooLate, momentFields, momentOf } from './moment.tsx';

type C = Context<Door, '/:id/attempt'>;

const attemptForm = ({ attempt: { errors }, contact }: Words['support'], today: string) =>
  z.object({
    channel: z.enum(attemptChannels, { error: errors.channel }),
    outcome: z.enum(outcomes, { error: errors.outcome }),
    ...momentFields(contact.errors, today),
    note: text(2000, contact.errors.tooLong(2000)),
    whyThisWay: text(500, contact.errors.tooLong(500)),
    againOn: dayAhead(today, { wrong: contact.errors.nextOn, past: contact.errors.pastNext, far: contact.errors.nextFar }),
  });

/** Somebody tried to reach the person. When they did reach them, it goes on as a contact, with what was typed. */
export const attemptPage = (support: Supports) => {
  const before = async (c: C, draw: (before: BeforeContact) => Response | Promise<Response>) => {
    const found = await support.beforeContact(askerOf(c), c.req.param('id'));
    if (!found.ok) return showProblem(c, found.error === 'not-open' ? 'changed-meanwhile' : found.error);
    readsOf(c, found.value.person.id);
    return draw(found.value);
  };
  const zone = (c: C) => askerOf(c).programme.settings.timeZone;
  const showForm = (c: C, values: Typed = {}, errors?: Errors) =>
    before(c, (found) => {
      if (found.support.stage.name !== 'open') return showProblem(c, 'changed-meanwhile');
      return show(
        c,
        <AttemptPage before={found} now={started(c)} timeZone={zone(c)} values={values} {...(errors && { errors })} />,
        errors ? 422 : 200,
      );
    });

  return new Hono<Door>()
    .use('/:id/attempt', allow('support person'))
    .get('/:id/attempt', (c) => showForm(c))
    .post('/:id/attempt', async (c) => {
      const words = c.get('words').support;
      const typed = await readForm(c, { days: ['day', 'againOn'] });
      const checked = checkForm(attemptForm(words, calendarDay(started(c), zone(c))), typed);
      if (!checked.ok) return showForm(c, typed, checked.errors);
      const { day, time, outcome, ...details } = checked.value;
      if (isTooLate(zone(c), { day, time }, started(c))) return showForm(c, typed, { time: words.contact.errors.ahead });
      if (outcome === 'reached')
        return before(c, (found) =>
          show(c, <ContactPage before={found} now={started(c)} timeZone={zone(c)} values={{ ...typed, outcome: 'met' }} reached />),
        );
      const saved = await support.recordAttempt(askerOf(c), c.req.param('id'), {
        ...details,
        outcome,
        triedAt: momentOf(zone(c), { day, time }),
      });
      if (saved.ok) return c.redirect(`/people/${c.req.param('id')}?done=attempt-saved`, 303);
      const { error } = saved;
      if (typeof error === 'object')
        return showForm(c, typed, {
          whyThisWay: error.needsReason === 'channel' ? words.attempt.errors.whyChannel : words.attempt.errors.whyVoicemail,
        });
      return showProblem(c, error === 'not-open' ? 'changed-meanwhile' : error);
    });
};
