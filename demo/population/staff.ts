import type { Account, Practice, Team } from '../../src/identity/index.ts';
import { rates } from '../figures.ts';
import { accounts, practices } from '../programme.ts';
import type { Random } from '../random.ts';
import { anyName } from './names.ts';

type Place = { practice: Practice; referrers: readonly string[]; linkWorkers: readonly string[] };
export type Staff = { teams: Team[]; practices: Practice[]; accounts: Account[]; places: Place[] };

const workersInTeam = 6;
const practicesOfTeam = 4;
const referrersInPractice = 3;

const ids = (...who: { id: string }[]): string[] => who.map(({ id }) => id);

/** Who works for the programme of the story. Sam's own people are told of, so the background gives him few more. */
const { sam, rhona, idris, isla, anwar, fiona, kasia } = accounts;
const own: readonly Place[] = [
  { practice: practices.glenkens, referrers: ids(isla, anwar, anwar), linkWorkers: ids(sam, rhona, rhona, rhona, rhona, rhona) },
  { practice: practices.fleet, referrers: ids(fiona), linkWorkers: ids(rhona) },
  { practice: practices.cree, referrers: ids(kasia), linkWorkers: ids(idris) },
];

/** As many teams as so many referrals need beside those of the story; nobody made here can sign in. */
export function staffFor(random: Random, referrals: number, seed: string): Staff {
  const workers = (referrals * 365) / rates.windowDays / rates.peopleAWorkerYear;
  const more = Math.max(0, Math.ceil((workers - 3) / workersInTeam));
  const staff: Staff = { teams: [], practices: [], accounts: [], places: [...own] };
  for (let nth = 1; nth <= more; nth++) addTeam(random, staff, nth, seed);
  return staff;
}

function addTeam(random: Random, staff: Staff, nth: number, seed: string): void {
  const team: Team = { id: random.uuid(), name: `Link workers ${nth}`, email: null, phone: '01632 960130' };
  staff.teams.push(team);
  const employ = (role: Account['roles'][number], jobTitle: string, at: { practice?: string; team?: string }): string => {
    const { givenName, familyName } = anyName(random);
    const id = random.uuid();
    const belongs = { practice: at.practice ?? null, team: at.team ?? null, organisation: null, passwordHash: null };
    staff.accounts.push({
      id,
      email: `${id}@${seed}.seed.bothy.example`,
      name: `${givenName} ${familyName}`,
      roles: [role],
      jobTitle,
      ...belongs,
    });
    return id;
  };
  const linkWorkers = Array.from({ length: workersInTeam }, () => employ('link-worker', 'Link worker', { team: team.id }));
  for (let p = 1; p <= practicesOfTeam; p++) {
    const practice: Practice = { id: random.uuid(), name: `Practice ${nth}.${p}`, place: '', team: team.id };
    const referrers = Array.from({ length: referrersInPractice }, () =>
      employ('referrer', random.pick(['GP', 'Practice nurse', 'Health visitor']), { practice: practice.id }),
    );
    staff.practices.push(practice);
    staff.places.push({ practice, referrers, linkWorkers });
  }
}
