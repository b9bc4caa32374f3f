import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type AccountDetails, missingPlaces, type Place } from '../account.ts';
import { addAccounts, allPractices, allTeams, findProgramme, programmeIds } from '../store.ts';
import { newAccountLink } from './links.ts';
import { unlessTaken } from './needs.ts';

export type ByOperator = Pick<AccountDetails, 'name' | 'email' | 'roles'> & { programme?: string; practice?: string; team?: string };
export type OperatorRefusal =
  | { name: 'no-programme' | 'which-programme' | 'email-taken' }
  | { name: 'missing'; places: Place[] }
  | { name: 'unknown'; place: Place; known: string[] };

/** Adds an account from the command line, where practices and teams go by their names. Answers a link by which its owner chooses a password. */
export async function addByOperator(
  db: Database,
  given: ByOperator,
  publicUrl: string,
  at: Date,
): Promise<Result<string, OperatorRefusal>> {
  const programmes = await db.outsideProgrammes(programmeIds);
  const wanted = given.programme === undefined ? undefined : await db.outsideProgrammes((tx) => findProgramme(tx, given.programme!));
  const programme = given.programme === undefined ? programmes[0] : wanted?.id;
  if (!programme) return refuse({ name: 'no-programme' });
  if (given.programme === undefined && programmes.length > 1) return refuse({ name: 'which-programme' });
  const added = db.inProgramme(programme, async (tx): Promise<Result<string, OperatorRefusal>> => {
    const [practices, teams] = [await allPractices(tx), await allTeams(tx)];
    const practice = named(practices, given.practice);
    const team = named(teams, given.team);
    if (given.practice !== undefined && !practice)
      return refuse({ name: 'unknown', place: 'practice', known: practices.map(({ name }) => name) });
    if (given.team !== undefined && !team) return refuse({ name: 'unknown', place: 'team', known: teams.map(({ name }) => name) });
    const { name, email, roles } = given;
    const details: AccountDetails = {
      name,
      email,
      roles,
      jobTitle: '',
      practice: practice?.id ?? null,
      team: team?.id ?? null,
      organisation: null,
    };
    const places = missingPlaces(details);
    if (places.length) return refuse({ name: 'missing', places });
    const id = randomUUID();
    await addAccounts(tx, [{ ...details, id, roles: [...roles], passwordHash: null }]);
    await recordEvents(tx, [{ type: 'account-added', subject: { kind: 'account', id }, by: { kind: 'system' }, at, data: { roles } }]);
    return ok(await newAccountLink(tx, publicUrl, id, 'invited', at));
  });
  return unlessTaken<Result<string, OperatorRefusal>, Result<string, OperatorRefusal>>(added, refuse({ name: 'email-taken' }));
}

const named = <T extends { id: string; name: string }>(places: readonly T[], wanted: string | undefined): T | undefined =>
  places.find(({ id, name }) => wanted !== undefined && (id === wanted || name.toLowerCase() === wanted.trim().toLowerCase()));
