import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Result } from '../../platform/result.ts';
import type { DecisionRefusal, Freshness } from '../index.ts';
import { fieldErrors, fieldWords } from './field-inputs.tsx';
import { declineForm, sameForm, textsIn } from './suggestion-forms.ts';
import { type Step, SuggestionPage } from './suggestion-view.tsx';
import { SuggestionsPage } from './suggestions-view.tsx';

type C = Context<Door>;
type Again = { typed: Typed; errors: Errors; status: 409 | 422; step: Step };

/** What has been suggested, and deciding on it. */
export const suggestionsPage = ({ suggestions }: Freshness) => {
  const frame = (c: C) => {
    const { timeZone } = askerOf(c).programme.settings;
    return { now: started(c), timeZone, today: dayIn(timeZone, started(c)) };
  };
  const showOne = async (c: C, id: string, again?: Again) => {
    const seen = await suggestions.see(askerOf(c), id, fieldWords(c.get('words')));
    if (!seen) return showProblem(c, 'not-found');
    const step = again?.step ?? (c.req.query('edit') === 'yes' ? 'edit' : 'decide');
    return show(c, <SuggestionPage {...seen} {...frame(c)} asker={askerOf(c).id} step={step} again={again} />, again?.status ?? 200);
  };
  const versionIn = (typed: Typed) => Number(typed['rowVersion']) || 0;

  /** Back to the list when it worked; else the page again, with all that was typed, and how it stands now. */
  const after = async (c: C, id: string, done: string, decided: Result<null, DecisionRefusal>, typed: Typed, step: Step) => {
    if (decided.ok) return c.redirect(done.startsWith('/') ? done : `/suggestions?done=${done}`, 303);
    if (decided.error === 'not-found') return showProblem(c, 'not-found');
    const words = c.get('words');
    if (typeof decided.error === 'object') {
      const errors = fieldErrors(decided.error.problems, words);
      return showOne(c, id, { typed: { ...typed, ...(step === 'decide' && { edit: 'yes' }) }, errors, status: 422, step: 'edit' });
    }
    const { errors } = words.freshness.moderation.one;
    const said = {
      'changed-meanwhile': errors.stale,
      'changed-since': errors.changedSince,
      'decided-already': errors.decided,
      'service-changed': errors.serviceChanged,
    } as Record<string, string>;
    return showOne(c, id, { typed, errors: { _form: said[decided.error] ?? errors.stale }, status: 409, step });
  };

  return new Hono<Door>()
    .use(allow('curate directory'))
    .get('/', async (c) => {
      const waiting = c.req.query('show') !== 'decided';
      const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
      return show(
        c,
        <SuggestionsPage {...await suggestions.list(askerOf(c), { waiting, page })} {...frame(c)} waiting={waiting} page={page} />,
      );
    })
    .get('/:id', (c) => showOne(c, c.req.param('id')))
    .post('/:id/take', async (c) => {
      const id = c.req.param('id');
      const typed = await readForm(c);
      const mine = typed['mine'] === 'yes';
      const taken = await suggestions.take(askerOf(c), { id, rowVersion: versionIn(typed) }, mine);
      return after(c, id, `/suggestions/${id}?done=${mine ? 'suggestion-taken' : 'suggestion-left'}`, taken, {}, 'decide');
    })
    .post('/:id/accept', async (c) => {
      const id = c.req.param('id');
      const typed = await readForm(c);
      const edited = typed['edited'] === 'yes';
      const which = { id, rowVersion: versionIn(typed) };
      const accepted = await suggestions.accept(
        askerOf(c),
        which,
        edited ? { texts: textsIn(typed), seen: Number(typed['seen']) || 0 } : null,
        fieldWords(c.get('words')),
      );
      return after(c, id, 'suggestion-accepted', accepted, edited ? typed : {}, edited ? 'edit' : 'decide');
    })
    .post('/:id/decline', async (c) => {
      const id = c.req.param('id');
      const typed = await readForm(c);
      const checked = checkForm(declineForm(c.get('words').freshness.moderation.one.errors), typed);
      if (!checked.ok) return showOne(c, id, { ...checked, status: 422, step: 'decline' });
      const declined = await suggestions.decline(askerOf(c), { id, rowVersion: versionIn(typed) }, checked.value);
      return after(c, id, 'suggestion-declined', declined, typed, 'decline');
    })
    .post('/:id/same', async (c) => {
      const id = c.req.param('id');
      const typed = await readForm(c);
      const checked = checkForm(sameForm(c.get('words').freshness.moderation.one.errors), typed);
      if (!checked.ok) return showOne(c, id, { ...checked, status: 422, step: 'same' });
      const marked = await suggestions.markDuplicate(askerOf(c), { id, rowVersion: versionIn(typed) }, checked.value.same);
      return after(c, id, 'suggestion-duplicate', marked, typed, 'same');
    })
    .post('/:id/reopen', async (c) => {
      const id = c.req.param('id');
      const reopened = await suggestions.reopen(askerOf(c), { id, rowVersion: versionIn(await readForm(c)) });
      return after(c, id, `/suggestions/${id}?done=suggestion-reopened`, reopened, {}, 'decide');
    });
};
