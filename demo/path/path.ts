import type { WholeConnection } from '../../src/connections/index.ts';
import type { Service } from '../../src/directory/index.ts';
import type { Settings } from '../../src/identity/index.ts';
import type { Person } from '../../src/people/index.ts';
import { type CalendarDay, dayIn } from '../../src/platform/calendar.ts';
import type { By, EventData } from '../../src/platform/events.ts';
import type { Result } from '../../src/platform/result.ts';
import type { Referral } from '../../src/referrals/index.ts';
import type { Attempt, Plan, Support, Task } from '../../src/support/index.ts';
import type { Random } from '../random.ts';
import type { Rows } from '../rows.ts';

export type World = {
  settings: Settings;
  random: Random;
  rows: Rows;
  services: ReadonlyMap<string, Service>;
  references: Set<string>;
  letters: boolean;
};

/** One person's way through the programme. Every step is decided by the module that owns it, so that nothing impossible is told. */
export type Path = {
  world: World;
  person: Person;
  referrals: Referral[];
  supports: Support[];
  tasks: Task[];
  attempts: Attempt[];
  plan: Plan | undefined;
  connections: WholeConnection[];
};

export const account = (id: string): By => ({ kind: 'account', id });
export const system: By = { kind: 'system' };

export function openPath(world: World, person: Person, { at, by }: { at: Date; by: By }): Path {
  const path: Path = { world, person, referrals: [], supports: [], tasks: [], attempts: [], plan: undefined, connections: [] };
  world.rows.people.push({ person, addedAt: at });
  tell(path, 'person-added', { kind: 'person', id: person.id }, by, at);
  return path;
}

export function tell(
  { world, person }: Path,
  type: string,
  subject: { kind: string; id: string },
  by: By,
  at: Date,
  data?: EventData,
): void {
  world.rows.events.push({ type, subject, person: person.id, by, at, ...(data && { data }) });
}

export const dayOf = ({ world }: Path, at: Date): CalendarDay => dayIn(world.settings.timeZone, at);

export const currentReferral = ({ referrals }: Path): Referral => referrals.at(-1)!;
export const currentSupport = ({ supports }: Path): Support => supports.at(-1)!;

export const replaceLast = <T>(list: T[], value: T): void => void list.splice(-1, 1, value);

/** A refusal here is a mistake in the story, not something to be shown to anybody. */
export function must<T>(decided: Result<T, unknown>): T {
  if (decided.ok) return decided.value;
  throw new Error(`This story cannot be told: ${JSON.stringify(decided.error)}`);
}

/** Hands everything that was told over to be saved. */
export function endPath({ world: { rows }, referrals, supports, tasks, connections }: Path): void {
  rows.referrals.push(...referrals);
  rows.supports.push(...supports);
  rows.tasks.push(...tasks);
  rows.connections.push(...connections);
}
