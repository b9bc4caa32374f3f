import { agreementUses } from './agreements.ts';
import { changeUses } from './change.ts';
import { incidentUses } from './change-incidents.ts';
import type { ChangePorts } from './change-needs.ts';
import { registerUses } from './change-registers.ts';

/** How a site changes: where it stands, its registers, what was signed, and what went wrong. */
export const openChange = (ports: ChangePorts) => ({
  sites: changeUses(ports),
  registers: registerUses(ports),
  incidents: incidentUses(ports),
  agreements: agreementUses(ports),
});
export type Change = ReturnType<typeof openChange>;
