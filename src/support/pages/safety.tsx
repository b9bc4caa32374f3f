import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Supports } from '../index.ts';
import { riskKinds, riskLevels } from '../risk.ts';
import { dayAhead, dayOrNone, text } from './asked.ts';
import { RiskPage } from './risk-view.tsx';
import { SafetyPage } from './safety-view.tsx';

type C = Context<Door, '/:id/safety'>;
type Tried = { of: string; typed: Typed; errors: Errors };

const riskForm = ({ safety }: Words, today: string) => {
  const { errors } = safety.risks;
  const ahead = { wrong: errors.reviewOn, past: errors.reviewPast, far: errors.reviewFar };
  return z.object({
    kind: z.enum(riskKinds, { error: errors.kind }),
    level: z.enum(riskLevels, { error: errors.level }),
    words: text(2000, safety.tooLong(2000)).refine(Boolean, errors.words),
    helps: text(2000, safety.tooLong(2000)),
    startedOn: dayOrNone(errors.startedOn).refine((day) => !day || day <= today, errors.startedAhead),
    reviewOn: dayAhead(today, ahead).transform((day) => day ?? ''),
  });
};

/** What could go wrong for somebody, and what helps: their risks, what is kept apart, and when somebody was worried. */
export const safetyPage = (support: Supports) => {
  const today = (c: C) => calendarDay(started(c), askerOf(c).programme.settings.timeZone);

  const showSafety = async (c: C, tried?: Tried, status: 200 | 409 | 422 = tried ? 422 : 200) => {
    const found = await support.seeSafety(askerOf(c), c.req.param('id'));
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id);
    return show(c, <SafetyPage safety={found.value} asker={askerOf(c)} today={today(c)} tried={tried} />, status);
  };

  const showRisk = async (c: C, id: string | undefined, tried?: { typed: Typed; errors: Errors; stale?: boolean }) => {
    const found = await support.seeSafety(askerOf(c), c.req.param('id'));
    if (!found.ok) return showProblem(c, found.error);
    const { person, risks } = found.value;
    const risk = risks.find((each) => each.id === id);
    if (id && (!risk || risk.ended)) return showProblem(c, risk ? 'changed-meanwhile' : 'not-found');
    readsOf(c, person.id);
    const page = <RiskPage person={person} risk={risk} values={tried?.typed} errors={tried?.errors} stale={tried?.stale} />;
    return show(c, page, tried?.stale ? 409 : tried ? 422 : 200);
  };

  async function save(c: C, id: string | undefined) {
    const typed = await readForm(c, { days: ['startedOn', 'reviewOn'] });
    const words = c.get('words');
    const checked = checkForm(riskForm(words, today(c)), typed);
    if (!checked.ok) return showRisk(c, id, checked);
    if (!checked.value.reviewOn) return showRisk(c, id, { typed, errors: { reviewOn: words.safety.risks.errors.reviewOn } });
    const person = c.req.param('id');
    const saved = id
      ? await support.changeRisk(askerOf(c), person, id, checked.value, Number(typed['rowVersion']) || 0)
      : await support.addRisk(askerOf(c), person, checked.value);
    if (saved.ok) return c.redirect(`/people/${person}/safety?done=risk-saved`, 303);
    if (typeof saved.error === 'string') return showProblem(c, saved.error);
    const version = String(saved.error.stale.rowVersion);
    return showRisk(c, id, { typed: { ...typed, rowVersion: version }, errors: { _form: words.safety.risks.errors.stale }, stale: true });
  }

  return new Hono<Door>()
    .use('/:id/safety', allow('support person'))
    .use('/:id/safety/*', allow('support person'))
    .get('/:id/safety', (c) => showSafety(c))
    .post('/:id/safety/no-known-risks', async (c) => {
      const typed = await readForm(c);
      const words = c.get('words').safety;
      const checked = checkForm(z.object({ words: text(1000, words.tooLong(1000)) }), typed);
      if (!checked.ok) return showSafety(c, { of: 'none', ...checked });
      const said = await support.sayNoKnownRisk(askerOf(c), c.req.param('id'), checked.value.words);
      if (said.ok) return c.redirect(`/people/${c.req.param('id')}/safety?done=no-known-risk`, 303);
      if (said.error !== 'known-risks') return showProblem(c, said.error);
      return showSafety(c, { of: 'none', typed, errors: { _form: words.risks.errors.known } }, 409);
    })
    .get('/:id/safety/risks/new', (c) => showRisk(c, undefined))
    .post('/:id/safety/risks/new', (c) => save(c, undefined))
    .get('/:id/safety/risks/:risk', (c) => showRisk(c, c.req.param('risk')))
    .post('/:id/safety/risks/:risk', (c) => save(c, c.req.param('risk')))
    .post('/:id/safety/risks/:risk/end', async (c) => {
      const { id, risk } = c.req.param();
      const typed = await readForm(c);
      const { risks, tooLong } = c.get('words').safety;
      const checked = checkForm(z.object({ why: text(1000, tooLong(1000)) }), typed);
      if (!checked.ok) return showSafety(c, { of: risk, ...checked });
      const ended = await support.endRisk(askerOf(c), id, risk, { on: today(c), why: checked.value.why });
      if (ended.ok) return c.redirect(`/people/${id}/safety?done=risk-ended`, 303);
      if (ended.error === 'no-reason') return showSafety(c, { of: risk, typed, errors: { why: risks.errors.why } });
      if (ended.error === 'ended-already' || ended.error === 'before-start') return showProblem(c, 'changed-meanwhile');
      return showProblem(c, ended.error);
    });
};
