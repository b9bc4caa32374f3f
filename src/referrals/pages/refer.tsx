import { type Context, Hono } from 'hono';
import type { ComponentChildren } from 'preact';
import { allow, type Asker, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Likely } from '../../people/index.ts';
import type { Referrals, SendRefusal } from '../index.ts';
import { fields, type PersonTyped, referralForm, signpostForm, whoOf } from './refer-form.ts';
import { ReferPage } from './refer-view.tsx';
import { SentPage } from './sent-view.tsx';

type C = Context<Door>;
type Problem = { errors: Errors; likely?: Likely[] };
/** What stands beside the form to help with it. */
type Aids = (asker: Asker) => Promise<ComponentChildren>;
/** `before`: what they must know before they fill it in. */
type Around = { aids: Aids; before: Aids };
const besides = async ({ aids, before }: Around, c: C) => ({ aids: await aids(askerOf(c)), before: await before(askerOf(c)) });

export const referPage = (referrals: Referrals, around: Around) =>
  new Hono<Door>()
    .use(allow('refer'))
    .get('/', async (c) => {
      const again = c.req.query('again');
      if (!again) return show(c, <ReferPage asker={askerOf(c)} values={{}} {...await besides(around, c)} />);
      const made = await referrals.seeMade(askerOf(c), again);
      if (!made.ok) return showProblem(c, made.error);
      readsOf(c, made.value.person.id);
      const { person, referral } = made.value;
      const { givenName, familyName, dateOfBirth, phone } = person;
      return show(
        c,
        <ReferPage
          asker={askerOf(c)}
          {...await besides(around, c)}
          again={referral.reference}
          values={{ givenName, familyName, ...dayParts(dateOfBirth), phone, needs: [...referral.needs], note: referral.note }}
        />,
      );
    })
    .post('/', async (c) => {
      const words = c.get('words').referrals.refer;
      const typed = await readForm(c, fields);
      const checked = checkForm(referralForm(c.get('words'), today(c), askerOf(c).programme.settings.healthNumber), typed);
      if (!checked.ok) return again(c, around, typed, { errors: checked.errors });
      const { needs, note } = checked.value;
      const sent = await referrals.send(askerOf(c), { who: whoOf(checked.value), needs, note });
      return sent.ok ? c.redirect(`/refer/sent/${sent.value.id}`, 303) : again(c, around, typed, refusalProblem(sent.error, words.errors));
    })
    .post('/signpost', async (c) => {
      const words = c.get('words').referrals.refer;
      const typed = await readForm(c, fields);
      const named = ['givenName', 'familyName', 'dateOfBirth', 'healthNumber'].some((field) => typed[field]);
      const checked = checkForm(signpostForm(c.get('words'), today(c), named), typed);
      if (!checked.ok) return again(c, around, typed, { errors: checked.errors });
      const { needs, note, given, toName, toRole, toTeam, toContact } = checked.value;
      const to = { name: toName, role: toRole, team: toTeam, contact: toContact };
      const who = named ? whoOf(checked.value as typeof checked.value & PersonTyped) : undefined;
      const done = await referrals.signpost(askerOf(c), { who, needs, given, to, note });
      return done.ok ? c.redirect('/referrals?done=signposted', 303) : again(c, around, typed, refusalProblem(done.error, words.errors));
    })
    .get('/sent/:id', async (c) => {
      const made = await referrals.seeMade(askerOf(c), c.req.param('id'));
      return made.ok
        ? show(c, <SentPage reference={made.value.referral.reference} days={askerOf(c).programme.settings.decideWithinDays} />)
        : showProblem(c, made.error);
    });

const today = (c: C) => dayIn(askerOf(c).programme.settings.timeZone, started(c));

async function again(c: C, around: Around, typed: Typed, { errors, likely }: Problem) {
  if (likely) readsOf(c, ...likely.map(({ person }) => person.id));
  const page = <ReferPage asker={askerOf(c)} values={typed} errors={errors} {...await besides(around, c)} {...(likely && { likely })} />;
  return show(c, page, 422);
}

function refusalProblem(refusal: SendRefusal, words: Words['referrals']['refer']['errors']): Problem {
  switch (refusal.name) {
    case 'likely':
      return { errors: { chosen: words.chosen }, likely: refusal.likely };
    case 'number-taken':
      return { errors: { healthNumber: words.numberTaken }, likely: refusal.likely };
    case 'no-team':
    case 'not-yours':
      return { errors: { _form: words.noTeam } };
  }
}

const dayParts = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { 'dateOfBirth-day': String(Number(date)), 'dateOfBirth-month': String(Number(month)), 'dateOfBirth-year': year };
};
