import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { BeforeAsking, Measures, TakeRefusal } from '../index.ts';
import { modes, points } from '../instrument.ts';
import { whysNot } from '../measure.ts';
import { answersIn, dayAsked, fieldOf, scoresIn, text } from './asked.ts';
import { AskPage } from './ask-view.tsx';
import { PaperForm } from './paper.tsx';

type C = Context<Door>;
type W = Words['measures']['ask']['errors'];
type Offer = { again: boolean; keepPart: boolean };

const ticked = z
  .string()
  .default('')
  .transform((value) => value === 'yes');
const howForm = (w: W) =>
  z.object({
    point: z.enum(points, { error: w.choose }),
    mode: z.enum(modes, { error: w.choose }).exclude(['own-page']),
    takenOn: dayAsked(w.day),
    language: z.string().max(20).default(''),
    interpreter: ticked,
    proxy: ticked,
    keepPart: ticked,
    again: ticked,
  });
const noForm = (w: W) =>
  z.object({ point: z.enum(points).catch('baseline'), whyNot: z.enum(whysNot, { error: w.whyNot }), note: text(1000, w.tooLong) });

/** Where a link worker asks somebody the questions of one measure. */
export const askMeasurePage = (measures: Measures) => {
  const todayOf = (c: C) => dayIn(askerOf(c).programme.settings.timeZone, started(c));
  const before = async (c: C, draw: (before: BeforeAsking) => Response | Promise<Response>) => {
    const found = await measures.beforeAsking(askerOf(c), c.req.param('id') ?? '', c.req.param('instrument') ?? '');
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id);
    return draw(found.value);
  };
  const again = (c: C, found: BeforeAsking, values: Typed, errors: Errors, offer: Offer) =>
    show(c, <AskPage before={found} today={todayOf(c)} values={values} errors={errors} offer={offer} />, 422);

  return new Hono<Door>()
    .use('/:id/measures/*', allow('measure'))
    .get('/:id/measures/ask/:instrument', (c) => before(c, (found) => show(c, <AskPage before={found} today={todayOf(c)} />)))
    .get('/:id/measures/ask/:instrument/paper', (c) =>
      before(c, (found) =>
        found.byHand ? showProblem(c, 'not-found') : show(c, <PaperForm before={found} asker={askerOf(c)} now={started(c)} />),
      ),
    )
    .post('/:id/measures/ask/:instrument', (c) =>
      before(c, async (found) => {
        const words = c.get('words').measures.ask.errors;
        const typed = await readForm(c, { days: ['takenOn'] });
        const offer = { again: typed['again'] === 'yes', keepPart: typed['keepPart'] === 'yes' };
        const checked = checkForm(howForm(words), typed);
        const entered = scoresIn(typed, found.byHand ? found.scales : [], words.notNumber);
        if (!checked.ok || Object.keys(entered.errors).length)
          return again(c, found, typed, { ...(!checked.ok && checked.errors), ...entered.errors }, offer);
        const { instrument } = found.registered;
        const language = instrument.languages.includes(checked.value.language) ? checked.value.language : instrument.languages[0]!;
        const answers = found.byHand ? entered.scores : answersIn(typed, found.items);
        const taking = { ...checked.value, language, byHand: found.byHand, answers };
        const taken = await measures.takeMeasure(askerOf(c), found.person.id, instrument.id, taking);
        if (taken.ok) return c.redirect(`/people/${found.person.id}/measures/results/${taken.value.id}?done=measure-saved`, 303);
        if (taken.error === 'not-found' || taken.error === 'not-yours') return showProblem(c, taken.error);
        const wrong = errorsOf(taken.error, found, words);
        const half = typeof taken.error === 'object' && 'missing' in taken.error && taken.error.missing.length < found.items.length;
        return again(c, found, typed, wrong, {
          again: offer.again || taken.error === 'that-day-already',
          keepPart: offer.keepPart || half,
        });
      }),
    )
    .post('/:id/measures/ask/:instrument/no', (c) =>
      before(c, async (found) => {
        const words = c.get('words').measures.ask.errors;
        const typed = await readForm(c);
        const checked = checkForm(noForm(words), typed);
        if (!checked.ok) return again(c, found, typed, checked.errors, { again: false, keepPart: false });
        const declined = await measures.declineMeasure(askerOf(c), found.person.id, found.registered.instrument.id, checked.value);
        if (declined.ok) return c.redirect(`/people/${found.person.id}/measures?done=measure-no`, 303);
        return showProblem(c, declined.error);
      }),
    )
    .post('/:id/measures/ask/:instrument/send', (c) =>
      before(c, async (found) => {
        const words = c.get('words').measures.ask.errors;
        const typed = await readForm(c);
        const point = points.find((each) => each === typed['point']) ?? found.point;
        const sent = await measures.sendMeasure(askerOf(c), found.person.id, found.registered.instrument.id, point);
        if (sent.ok) return c.redirect(`/people/${found.person.id}/measures?done=measure-sent`, 303);
        if (sent.error === 'not-found' || sent.error === 'not-yours') return showProblem(c, sent.error);
        return again(c, found, {}, { _form: words[sent.error] }, { again: false, keepPart: false });
      }),
    );
};

type Told = Exclude<TakeRefusal, 'not-found' | 'not-yours'>;

/** Each refusal beside the field that it is about. */
function errorsOf(error: Told, { items, byHand }: BeforeAsking, words: W): Errors {
  const each = (ids: readonly string[], said: string): Errors => Object.fromEntries(ids.map((id) => [fieldOf(id), said]));
  if (typeof error === 'object') {
    if ('impossible' in error) return each(error.impossible, words.impossible);
    if ('byHand' in error) return Object.fromEntries(Object.entries(error.byHand).map(([id, why]) => [fieldOf(id), words[why]]));
    if (byHand) return each(error.missing.slice(0, 1), words.noScore);
    return each(error.missing, error.missing.length === items.length ? words.missingAll : words.missing);
  }
  switch (error) {
    case 'in-future':
    case 'before-birth':
    case 'too-long-ago':
    case 'not-valid-then':
    case 'that-day-already':
      return { takenOn: words[error] };
    case 'no-proxy':
      return { proxy: words[error] };
    case 'not-this-way':
      return { mode: words[error] };
    case 'has-died':
    case 'no-goals':
    case 'too-young':
    case 'too-old':
      return { _form: words[error] };
  }
}
