import type { Account, Practice, Programme, Role, Team } from '../src/identity/index.ts';
import { usualSettings } from '../src/identity/index.ts';
import { organisationId } from './directory/directory.ts';
import { idOf } from './random.ts';

/** Known to everybody, and therefore only ever given to these accounts, in a programme in which nobody is real. */
export const demoPassword = 'demo-bothy-2026';
const domain = 'demo.bothy.example';

export const programme: Programme = {
  id: idOf('programme galloway-hills'),
  slug: 'galloway-hills',
  name: 'Galloway Hills Connections',
  settings: {
    ...usualSettings,
    holidays: 'scotland',
    secureEmailDomains: [domain],
    inDanger: [
      { when: 'Somebody is in danger now', label: 'Police, ambulance, fire', number: '999' },
      { when: 'Urgent help with body or mind, at any hour', label: 'NHS 24', number: '111' },
      { when: 'A child or an adult may be being harmed', label: 'Social work, Glenkens, day and night', number: '01644 000111' },
      { when: 'You are worried, and want to think aloud', label: 'Catriona Reid, who leads the team', number: '07700 900111' },
    ],
  },
};

const team = (key: string, name: string, phone: string): Team => ({ id: idOf(`team ${key}`), name, email: `${key}@${domain}`, phone });
export const teams = {
  stewartry: team('stewartry', 'Stewartry link workers', '01632 960110'),
  cree: team('cree', 'Cree Valley link workers', '01632 960120'),
};

const practice = (key: string, name: string, place: string, { id }: Team): Practice => ({
  id: idOf(`practice ${key}`),
  name,
  place,
  team: id,
});
export const practices = {
  glenkens: practice('glenkens', 'Glenkens Medical Practice', 'New Galloway', teams.stewartry),
  fleet: practice('fleet', 'Fleet Valley Practice', 'Gatehouse of Fleet', teams.stewartry),
  cree: practice('cree', 'Cree Bridge Surgery', 'Newton Stewart', teams.cree),
};

type Belonging = { practice?: Practice; team?: Team; organisation?: string };
const somebody = (mailbox: string, name: string, role: Role, jobTitle: string, at: Belonging = {}): Omit<Account, 'passwordHash'> => ({
  id: idOf(`account ${mailbox}`),
  email: `${mailbox}@${domain}`,
  name,
  roles: [role],
  jobTitle,
  practice: at.practice?.id ?? null,
  team: at.team?.id ?? null,
  organisation: at.organisation ? organisationId(at.organisation) : null,
});

/** The first eight are the operating contract's. */
export const accounts = {
  isla: somebody('referrer', 'Isla Gordon', 'referrer', 'Practice nurse', { practice: practices.glenkens }),
  sam: somebody('linkworker', 'Sam Findlay', 'link-worker', 'Link worker', { team: teams.stewartry }),
  catriona: somebody('lead', 'Catriona Reid', 'team-lead', 'Link worker team lead', { team: teams.stewartry }),
  dev: somebody('manager', 'Dev Anand', 'programme-manager', 'Programme manager'),
  mairi: somebody('evaluator', 'Mairi Young', 'evaluator', 'Evaluator'),
  jean: somebody('community', 'Jean Kirkpatrick', 'community-member', 'Volunteer coordinator', { organisation: 'befriending' }),
  alec: somebody('steering', 'Alec Dunn', 'steering-member', 'Steering group, for patients'),
  priya: somebody('admin', 'Priya Shah', 'administrator', 'Administrator'),

  rhona: somebody('rhona.bell', 'Rhona Bell', 'link-worker', 'Link worker', { team: teams.stewartry }),
  idris: somebody('idris.pugh', 'Idris Pugh', 'link-worker', 'Link worker', { team: teams.cree }),
  anwar: somebody('anwar.malik', 'Dr Anwar Malik', 'referrer', 'GP', { practice: practices.glenkens }),
  fiona: somebody('fiona.tait', 'Dr Fiona Tait', 'referrer', 'GP', { practice: practices.fleet }),
  kasia: somebody('kasia.nowak', 'Kasia Nowak', 'referrer', 'Advanced nurse practitioner', { practice: practices.cree }),
  davie: somebody('davie.mccubbin', 'Davie McCubbin', 'community-member', 'Shed convener', { organisation: 'mens-shed' }),
};
