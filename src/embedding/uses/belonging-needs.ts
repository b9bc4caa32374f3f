import type { Asker } from '../../identity/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Database, Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import { type Rules, usualRules } from '../core/index-rules.ts';
import { rulesVersions } from '../store/belonging.ts';
import type { CriteriaChanges } from './belonging-figures.ts';

/** What the index needs of others. `criteriaChanges` is left out until referral criteria are kept in Bothy. */
export type BelongingPorts = {
  db: Database;
  now: () => Date;
  everyProgramme: () => Promise<string[]>;
  criteriaChanges?: CriteriaChanges | undefined;
};

export const byOf = (asker: Asker): By => ({ kind: 'account', id: asker.id });
export const todayFor = ({ programme }: Pick<Asker, 'programme'>, now: Date): CalendarDay => dayIn(programme.settings.timeZone, now);

/** The rules that hold; version 0 are those of Bothy. */
export async function rulesNow(tx: Tx): Promise<{ version: number; rules: Rules }> {
  const [newest] = await rulesVersions(tx);
  return newest ?? { version: 0, rules: usualRules };
}
