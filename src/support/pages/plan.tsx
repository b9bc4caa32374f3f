import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { type Errors, readForm } from '../../platform/forms.ts';
import type { Values } from '../../design/index.ts';
import type { Plan, PlanSeen, Supports } from '../index.ts';
import { planDays, readPlan } from './plan-form.ts';
import { paperWays, PlanHistoryPage, PlanPrint } from './plan-papers.tsx';
import { valuesOf, withAnother } from './plan-values.ts';
import { PlanReadPage } from './plan-read.tsx';
import { PlanPage } from './plan-view.tsx';

type C = Context<Door>;

const paperOf = (c: C) => paperWays.find((way) => way === c.req.query('as')) ?? 'large';

/** What matters to a person, what they want to change, and who does what: written together, kept in every version. */
export const planPage = (support: Supports) => {
  const seen = async (c: C, draw: (seen: PlanSeen) => Response | Promise<Response>) => {
    const found = await support.seePlan(askerOf(c), c.req.param('id') ?? '');
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id);
    return draw(found.value);
  };
  type Form = { values: Values; version: number; errors?: Errors; stale?: Plan };
  const showForm = (c: C, form: Form, status: 200 | 409 | 422) =>
    seen(c, (found) => show(c, <PlanPage seen={found} {...form} timeZone={askerOf(c).programme.settings.timeZone} />, status));

  return new Hono<Door>()
    .use('/:id/plan', allow('support person'))
    .use('/:id/plan/*', allow('support person'))
    .get('/:id/plan', (c) =>
      seen(c, (found) =>
        found.plan
          ? show(c, <PlanReadPage seen={found} plan={found.plan} timeZone={askerOf(c).programme.settings.timeZone} />)
          : c.redirect(`/people/${found.person.id}/plan/change`, 303),
      ),
    )
    .get('/:id/plan/change', (c) =>
      seen(c, (found) => {
        const values = c.get('drafts')?.taken?.fields ?? (found.plan ? valuesOf(found.plan) : { needs: [...found.needs] });
        return show(
          c,
          <PlanPage seen={found} values={values} version={found.plan?.version ?? 0} timeZone={askerOf(c).programme.settings.timeZone} />,
        );
      }),
    )
    .post('/:id/plan/change', async (c) => {
      const typed = await readForm(c, { many: ['needs'], days: planDays });
      const version = Number(typed['rowVersion']) || 0;
      if (typed['add']) return showForm(c, { values: withAnother(typed), version }, 200);
      const checked = readPlan(typed, c.get('words').support.plan);
      if (!checked.ok) return showForm(c, { values: typed, version, errors: checked.errors }, 422);
      const saved = await support.savePlan(askerOf(c), c.req.param('id'), checked.value.content, checked.value.version);
      if (saved.ok) return c.redirect(`/people/${c.req.param('id')}/plan?done=plan-saved`, 303);
      if (typeof saved.error === 'string') return showProblem(c, saved.error);
      return showForm(c, { values: typed, version: saved.error.stale.version, stale: saved.error.stale }, 409);
    })
    .get('/:id/plan/history', (c) =>
      seen(c, (found) => show(c, <PlanHistoryPage {...found} timeZone={askerOf(c).programme.settings.timeZone} />)),
    )
    .get('/:id/plan/print', (c) =>
      seen(c, (found) =>
        found.plan ? show(c, <PlanPrint {...found} plan={found.plan} asker={askerOf(c)} as={paperOf(c)} />) : showProblem(c, 'not-found'),
      ),
    );
};
