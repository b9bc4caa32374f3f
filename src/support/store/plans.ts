import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { type Plan, type WrittenPlan, wholePlan } from '../plan.ts';
import { inParts } from './in-parts.ts';
import { type PlanRow, tables } from './tables.ts';

export async function addPlans(tx: Tx, plans: readonly Plan[]): Promise<void> {
  for (const part of inParts(plans)) await tables(tx).insertInto('plan_version').values(part.map(toRow)).execute();
}

/** Adds a version unless somebody else has just added it; answers whether it did. */
export async function addVersion(tx: Tx, plan: Plan): Promise<boolean> {
  const added = await tables(tx)
    .insertInto('plan_version')
    .values(toRow(plan))
    .onConflict((c) => c.columns(['programme_id', 'person_id', 'version'] as never).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function planOf(tx: Tx, person: string): Promise<Plan | undefined> {
  const row = await tables(tx)
    .selectFrom('plan_version')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function planVersionsOf(tx: Tx, person: string): Promise<Plan[]> {
  const rows = await tables(tx).selectFrom('plan_version').selectAll().where('person_id', '=', person).orderBy('version', 'desc').execute();
  return rows.map(fromRow);
}

const toRow = (plan: Plan): PlanRow => ({
  id: plan.id,
  person_id: plan.person,
  version: plan.version,
  what_matters: plan.whatMatters,
  strengths: plan.strengths,
  needs: [...plan.needs],
  goals: JSON.stringify(plan.goals),
  actions: JSON.stringify(plan.actions),
  if_worse: JSON.stringify(plan.ifWorse),
  agreed: JSON.stringify(plan.agreed),
  funded_by: plan.fundedBy,
  other_plans: plan.otherPlans,
  review_on: plan.reviewOn,
  saved_at: plan.savedAt,
  saved_by: plan.savedBy,
});

const fromRow = (row: Selectable<PlanRow>): Plan => ({
  ...wholePlan({
    whatMatters: row.what_matters,
    strengths: row.strengths,
    needs: row.needs,
    goals: row.goals as unknown as WrittenPlan['goals'],
    actions: row.actions as unknown as WrittenPlan['actions'],
    ifWorse: row.if_worse as unknown as WrittenPlan['ifWorse'] & object,
    agreed: row.agreed as unknown as WrittenPlan['agreed'] & object,
    fundedBy: row.funded_by,
    otherPlans: row.other_plans,
    reviewOn: row.review_on,
  }),
  id: row.id,
  person: row.person_id,
  version: row.version,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
});
