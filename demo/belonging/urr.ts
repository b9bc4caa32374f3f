import type { Account, Asker, Practice, Team } from '../../src/identity/index.ts';
import { programme } from '../programme.ts';
import { idOf } from '../random.ts';

/** Urr Valley Surgery, whose link workers came as strangers in spring and belong by now. Nobody of it is real, and nobody can sign in. */
export const team: Team = { id: idOf('team urr'), name: 'Urr link workers', email: null, phone: '01632 960130' };
export const practice: Practice = { id: idOf('practice urr'), name: 'Urr Valley Surgery', place: 'Dalbeattie', team: team.id };

const somebody = (name: string, role: Account['roles'][number], jobTitle: string): Account => ({
  id: idOf(`account urr ${name}`),
  email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@urr.demo.bothy.example`,
  name,
  roles: [role],
  jobTitle,
  practice: role === 'referrer' ? practice.id : null,
  team: role === 'link-worker' ? team.id : null,
  organisation: null,
  passwordHash: null,
});

/** In the order in which they began to refer. */
export const staff: readonly Account[] = [
  somebody('Dr Ruth Callander', 'referrer', 'GP'),
  somebody('Dr Neil Sproat', 'referrer', 'GP'),
  somebody('Ina Heron', 'referrer', 'Practice nurse'),
  somebody('Tariq Aziz', 'referrer', 'Pharmacist'),
  somebody('Beth Lockhart', 'referrer', 'Health visitor'),
  somebody('Dr Wilma Coltart', 'referrer', 'GP'),
];
export const morag = somebody('Morag Sloan', 'link-worker', 'Link worker');
export const ewan = somebody('Ewan Copland', 'link-worker', 'Link worker');

export const asking = (account: Omit<Account, 'passwordHash'>): Asker => ({ ...account, practiceName: null, programme });
