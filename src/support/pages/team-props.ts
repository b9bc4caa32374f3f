import type { Asker } from '../../identity/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { TeamSeen } from '../index.ts';

/** What was typed about one thing on the lead's page, when something is wrong with it. */
export type TeamTyped = { of: string; typed: Typed; errors: Errors };
export type TeamProps = { team: TeamSeen; asker: Asker; typed?: TeamTyped | undefined };
