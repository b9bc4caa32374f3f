import type { Database, Tx } from '../platform/database.ts';
import type { RateLimit } from '../platform/rate-limit.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { hashOf, passwordMatches } from '../platform/secrets.ts';
import type { Asker } from './asker.ts';
import type { Programme } from './programme.ts';
import * as store from './store.ts';
import { accountUses } from './uses/accounts.ts';
import { linkUses } from './uses/links.ts';
import type { Ports } from './uses/needs.ts';
import { placeUses } from './uses/places.ts';
import { type Session, startSession } from './uses/session.ts';
import { openSetup } from './uses/setup.ts';

export { roles, type Asker, type Role } from './asker.ts';
export { mayCarryDetails, usualSettings, type Programme, type Settings } from './programme.ts';
export { may, mayAtAll, reach, type Action, type Belongs } from './policy.ts';
export { allow, askerOf, readsOf, show, showProblem, started, type Door } from './pages/door.tsx';
export { homeOf } from './pages/navigation.ts';
export type { Account, Colleague, Practice, Team } from './store.ts';
export {
  accountsById,
  addAccounts,
  addPractices,
  addProgramme,
  addTeams,
  allPractices,
  allTeams,
  findProgramme as programmeCalled,
  programmeIds,
  teamMembers,
  thisProgramme,
} from './store.ts';

export { HelpLines } from './pages/help-lines.tsx';
export { leadsOf, managersOf, steeringAccounts } from './store/by-role.ts';
export { practiceStaff, type PracticeStaff } from './store/practice-staff.ts';
export { staffOf, type Staff } from './store/staff.ts';
export { accountsAt } from './store/at-site.ts';
export { letters } from './letters/account.ts';
export type { AccountPage, Choices } from './uses/accounts.ts';
export { addByOperator, type OperatorRefusal } from './uses/operator.ts';
export type { Choice } from './uses/needs.ts';
export { openSetup };
export type { PracticeSeen, ProgrammeSeen, TeamSeen } from './uses/places.ts';
export type { Session } from './uses/session.ts';

const idleMinutes = 60;

export type Identity = ReturnType<typeof openIdentity>;
export type SignInRefusal = { name: 'wrong' } | { name: 'too-many'; waitSeconds: number };

/** Sign-in and sessions. Sessions end after twelve hours, or an hour without use. */
export function openIdentity({ db, limits, now }: { db: Database; limits: { address: RateLimit; machine: RateLimit }; now: () => Date }) {
  return {
    async signIn(email: string, password: string, machine: string): Promise<Result<Session & { asker: Asker }, SignInRefusal>> {
      const waitSeconds = Math.max(await limits.machine.take(machine), await limits.address.take(email.toLowerCase()));
      if (waitSeconds) return refuse({ name: 'too-many', waitSeconds });
      const found = await db.outsideProgrammes((tx) => store.findSignIn(tx, email));
      if (!(await passwordMatches(found?.passwordHash, password)) || !found) return refuse({ name: 'wrong' });
      await limits.address.forget(email.toLowerCase());
      const session = await db.inProgramme(found.asker.programme.id, (tx) => startSession(tx, found.asker.id, now()));
      return ok({ ...session, asker: found.asker });
    },

    askerOf: (token: string): Promise<Asker | undefined> =>
      db.outsideProgrammes((tx) => store.askerOfSession(tx, hashOf(token), now(), idleMinutes)),

    signOut: (asker: Asker, token: string): Promise<void> =>
      db.inProgramme(asker.programme.id, (tx) => store.removeSession(tx, hashOf(token))),

    programmeCalled: (slug: string) => db.outsideProgrammes((tx) => store.findProgramme(tx, slug)),

    /** The programmes that let anybody read their directory: the one of this name, or all of them. */
    publishers: async (slug?: string): Promise<Programme[]> => {
      const all = await db.outsideProgrammes((tx) => store.publishingProgrammes(tx));
      return slug === undefined ? all : all.filter((programme) => programme.slug === slug);
    },

    everyProgramme: (): Promise<string[]> => db.outsideProgrammes((tx: Tx) => store.programmeIds(tx)),
  };
}

export type Setup = ReturnType<typeof openSetup>;
export type Accounts = ReturnType<typeof openAccounts>;

/** Who works in a programme, where, and by which rules: what its administrators look after. */
export const openAccounts = (ports: Ports) => ({ ...accountUses(ports), ...linkUses(ports), ...placeUses(ports) });
