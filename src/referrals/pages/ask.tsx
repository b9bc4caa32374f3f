import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { PlainPage } from '../../design/index.ts';
import { type Door, type Identity, type Programme, show, started } from '../../identity/index.ts';
import { safeContactOf } from '../../people/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import type { Referrals } from '../index.ts';
import { askingForm, type Asking } from './ask-form.ts';
import { AskedPage, AskPage } from './ask-view.tsx';

type AskDoor = { Variables: Door['Variables'] & { programme: Programme } };
type C = Context<AskDoor, '/:slug'>;
type Needs = { referrals: Referrals; identity: Identity; limit: RateLimit; machineOf: (c: Context) => string };

/** Anybody may ask for help, for themselves or for somebody they know, without a health number or an account. */
export const askPage = ({ referrals, identity, limit, machineOf }: Needs) => {
  const ask = async (c: C, values: Typed = {}, errors?: Errors, status: 200 | 422 | 429 = errors ? 422 : 200) => {
    const practices = await referrals.practicesOf(c.get('programme').id);
    return show(
      c as never,
      <AskPage programme={c.get('programme')} practices={practices} values={values} {...(errors && { errors })} />,
      status,
    );
  };

  return new Hono<AskDoor>()
    .use(
      '/:slug/*',
      createMiddleware<AskDoor>(async (c, next) => {
        const programme = await identity.programmeCalled(c.req.param('slug') ?? '');
        if (!programme) {
          const { title } = c.get('words').problems['not-found'];
          return show(c as never, <PlainPage title={title}>{c.get('words').asking.unknown}</PlainPage>, 404);
        }
        c.set('programme', programme);
        c.set('quickExit', true);
        return next();
      }),
    )
    .get('/:slug', (c) => ask(c))
    .post('/:slug', async (c) => {
      const words = c.get('words');
      const programme = c.get('programme');
      const typed = await readForm(c, { many: ['needs', 'channels'], days: ['dateOfBirth'] });
      const checked = checkForm(
        askingForm(words, dayIn(programme.settings.timeZone, started(c as never)), programme.settings.healthNumber),
        typed,
      );
      if (!checked.ok) return ask(c, typed, checked.errors);
      const seconds = await limit.take(machineOf(c));
      if (seconds) return ask(c, typed, { _form: words.asking.wait(Math.ceil(seconds / 60)) }, 429);
      const referral = await referrals.askedByAnybody(programme, toAsked(checked.value, words));
      if (!referral.ok) return ask(c, typed, { _form: words.asking.notReady });
      return c.redirect(`/ask/${programme.slug}/sent?reference=${referral.value.reference}`, 303);
    })
    .get('/:slug/sent', (c) => {
      const reference = /^SP-[2-9A-Z]{7}$/.exec(c.req.query('reference') ?? '')?.[0];
      return show(c as never, <AskedPage programme={c.get('programme')} reference={reference} />);
    });
};

function toAsked(asked: Asking, words: Door['Variables']['words']) {
  const { givenName, familyName, dateOfBirth, healthNumber, phone, email, place, needs, practice } = asked;
  const asker = asked.forWhom === 'other' ? words.asking.askedFor(asked.yourName, asked.relation, asked.yourPhone) : '';
  return {
    person: {
      givenName,
      familyName,
      dateOfBirth,
      healthNumber,
      phone,
      email,
      place,
      safeContact: safeContactOf(asked),
      practice: practice || null,
    },
    source: asked.forWhom === 'other' ? ('family' as const) : ('self' as const),
    needs,
    note: [asked.note, asker].filter(Boolean).join('\n\n'),
  };
}
