import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { readForm } from '../../platform/forms.ts';
import type { Measures, MeasuresSeen } from '../index.ts';
import { MeasuresPage, MeasuresPrint } from './measures-view.tsx';
import { ResultPage } from './result-view.tsx';

type C = Context<Door>;

/** What somebody has been asked and answered, and what waits for them. */
export const measuresPage = (measures: Measures) => {
  const seen = async (c: C, draw: (seen: MeasuresSeen) => Response) => {
    const found = await measures.seeMeasures(askerOf(c), c.req.param('id') ?? '');
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id);
    return draw(found.value);
  };
  const result = async (c: C, typed?: Record<string, string | string[]>, error?: string) => {
    const found = await measures.seeResult(askerOf(c), c.req.param('id') ?? '', c.req.param('measure') ?? '');
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id);
    const today = dayIn(askerOf(c).programme.settings.timeZone, started(c));
    const problem = error === undefined ? {} : { values: typed ?? {}, errors: { note: error } };
    return show(c, <ResultPage seen={found.value} asker={askerOf(c)} today={today} {...problem} />, error === undefined ? 200 : 422);
  };

  return new Hono<Door>()
    .use('/:id/measures', allow('measure'))
    .use('/:id/measures/*', allow('measure'))
    .get('/:id/measures', (c) => seen(c, (found) => show(c, <MeasuresPage seen={found} />)))
    .get('/:id/measures/print', (c) => seen(c, (found) => show(c, <MeasuresPrint seen={found} asker={askerOf(c)} now={started(c)} />)))
    .get('/:id/measures/results/:measure', (c) => result(c))
    .post('/:id/measures/results/:measure/strike', async (c) => {
      const words = c.get('words').measures;
      const typed = await readForm(c);
      const note = String(typed['note'] ?? '').trim();
      const { id, measure } = c.req.param();
      if (!note || note.length > 1000) return result(c, typed, note ? words.ask.errors.tooLong : words.result.strikeError);
      const struck = await measures.strikeMeasure(askerOf(c), id, measure, { version: Number(typed['rowVersion']) || 0, note });
      if (struck.ok) return c.redirect(`/people/${id}/measures?done=measure-struck`, 303);
      if (struck.error === 'stale' || struck.error === 'not-ended') return showProblem(c, 'changed-meanwhile');
      return showProblem(c, struck.error);
    })
    .post('/:id/measures/sent/:measure/again', async (c) => {
      const sent = await measures.sendAgain(askerOf(c), c.req.param('id'), c.req.param('measure'));
      if (sent.ok) return c.redirect(`/people/${c.req.param('id')}/measures?done=measure-sent`, 303);
      return showProblem(c, sent.error === 'ended' ? 'changed-meanwhile' : sent.error);
    })
    .post('/:id/measures/sent/:measure/withdraw', async (c) => {
      const back = await measures.withdrawMeasure(askerOf(c), c.req.param('id'), c.req.param('measure'));
      if (back.ok) return c.redirect(`/people/${c.req.param('id')}/measures?done=measure-taken-back`, 303);
      return showProblem(c, back.error === 'ended' ? 'changed-meanwhile' : back.error);
    });
};
