import { seeUses } from './belonging.ts';
import { keepingUses } from './belonging-keeping.ts';
import { monthUses } from './belonging-months.ts';
import type { BelongingPorts } from './belonging-needs.ts';

export type Belonging = ReturnType<typeof openBelonging>;

/** The belonging index: where each site stands between bolted on and belonging, by what evidence, and what moves it. */
export function openBelonging(ports: BelongingPorts) {
  const months = monthUses(ports);
  const countAll = async () => {
    for (const programme of await ports.everyProgramme()) {
      await months.keepMonths(programme);
      await months.reviewDue(programme);
    }
  };
  return {
    ...seeUses(ports),
    ...keepingUses(ports),
    ...months,
    handlers: { 'count-belonging': countAll },
    schedules: { 'count-belonging': '20 3 * * *' },
  };
}
