import { type Context, Hono } from 'hono';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { EndingPlan } from '../ending.ts';
import { taper } from '../ending.ts';
import type { EndingSeen, Supports } from '../index.ts';
import { daysTyped, endingDays, endingValues, readEnding } from './ending-form.ts';
import { EndingPage, EndingPrint } from './ending-view.tsx';

type C = Context<Door>;

/** How a support is brought to its end together. */
export const endingPage = (support: Supports) => {
  const seen = async (c: C, draw: (seen: EndingSeen) => Response | Promise<Response>) => {
    const found = await support.seeEnding(askerOf(c), c.req.param('id') ?? '');
    if (!found.ok) return showProblem(c, found.error === 'not-open' ? 'changed-meanwhile' : found.error);
    readsOf(c, found.value.person.id);
    return draw(found.value);
  };
  type Again = { values: Typed; version: number; errors?: Errors; stale?: EndingPlan };
  const again = (c: C, form: Again, status: 200 | 409 | 422) => seen(c, (found) => show(c, <EndingPage seen={found} {...form} />, status));
  const today = (c: C) => calendarDay(started(c), askerOf(c).programme.settings.timeZone);

  return new Hono<Door>()
    .use('/:id/ending', allow('support person'))
    .use('/:id/ending/*', allow('support person'))
    .get('/:id/ending', (c) =>
      seen(c, (found) =>
        show(c, <EndingPage seen={found} values={endingValues(found.ending, today(c))} version={found.ending?.rowVersion ?? 0} />),
      ),
    )
    .post('/:id/ending', async (c) => {
      const words = c.get('words').ending;
      const typed = await readForm(c, { days: endingDays });
      const version = Number(typed['rowVersion']) || 0;
      if (typed['suggest']) return suggest(c, typed, version);
      const checked = readEnding(typed, words, c.get('words').support.plan.errors.tooLong);
      if (!checked.ok) return again(c, { values: typed, version, errors: checked.errors }, 422);
      const saved = await support.planEnding(askerOf(c), c.req.param('id'), checked.value.content, checked.value.version);
      if (saved.ok) return c.redirect(`/people/${c.req.param('id')}/ending?done=ending-planned`, 303);
      const { error } = saved;
      if (typeof error !== 'string') return again(c, { values: typed, version: error.stale.rowVersion, stale: error.stale }, 409);
      if (error === 'not-open') return showProblem(c, 'changed-meanwhile');
      if (error === 'not-found' || error === 'not-yours') return showProblem(c, error);
      const field = error === 'check-in-after-end' || checked.value.content.checkIns.some((day) => day < today(c)) ? 'checkIn-0' : 'lastOn';
      return again(c, { values: typed, version, errors: { [field]: words.errors[error] } }, 422);
    })
    .get('/:id/ending/print', (c) =>
      seen(c, (found) =>
        found.ending ? show(c, <EndingPrint seen={found} ending={found.ending} asker={askerOf(c)} />) : showProblem(c, 'not-found'),
      ),
    );

  /** The form again with days filled in that leave more and more time between. */
  function suggest(c: C, typed: Typed, version: number) {
    const words = c.get('words').ending;
    const last = String(typed['lastOn'] ?? '');
    if (!isCalendarDay(last)) return again(c, { values: typed, version, errors: { lastOn: words.suggestNeedsEnd } }, 422);
    const days = taper(today(c), last);
    if (!days.length) return again(c, { values: typed, version, errors: { lastOn: words.noRoom } }, 422);
    const others = Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('checkIn-')));
    return again(c, { values: { ...others, ...daysTyped(days) }, version }, 200);
  }
};
