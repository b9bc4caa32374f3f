import type { Account, Asker } from '../../src/identity/index.ts';
import { addPeople, findPerson, letTeamsSee, type Purpose, withDefaults } from '../../src/people/index.ts';
import { recordAccess } from '../../src/platform/access.ts';
import { recordEvents } from '../../src/platform/events.ts';
import { serviceId } from '../directory/directory.ts';
import { accounts, practices, programme, teams } from '../programme.ts';
import { idOf } from '../random.ts';
import { person, type Work } from './workers.ts';

const as = (account: Omit<Account, 'passwordHash'>): Asker => ({
  ...account,
  programme,
  practiceName: Object.values(practices).find(({ id }) => id === account.practice)?.name ?? null,
});
const sam = as(accounts.sam);

type Said = {
  who: string;
  ago: number;
  purpose: Purpose;
  answer: 'given' | 'refused';
  how: 'in-person' | 'phone' | 'representative';
  why?: string;
};

const said: readonly Said[] = [
  { who: 'Agnes McMillan', ago: 19, purpose: 'evaluation', answer: 'given', how: 'in-person' },
  { who: 'Agnes McMillan', ago: 19, purpose: 'contact', answer: 'given', how: 'in-person' },
  { who: 'Agnes McMillan', ago: 3, purpose: 'story', answer: 'given', how: 'in-person' },
  { who: 'Tomasz Wójcik', ago: 16, purpose: 'practice', answer: 'given', how: 'in-person' },
  { who: 'Tomasz Wójcik', ago: 16, purpose: 'evaluation', answer: 'given', how: 'in-person' },
  { who: 'Tomasz Wójcik', ago: 16, purpose: 'research', answer: 'refused', how: 'in-person' },
  { who: 'Jordan Reid', ago: 8, purpose: 'evaluation', answer: 'given', how: 'phone' },
  { who: 'Jordan Reid', ago: 8, purpose: 'research', answer: 'refused', how: 'phone' },
  // Somebody at the desk knows her husband.
  { who: 'Eilidh Paterson', ago: 15, purpose: 'practice', answer: 'refused', how: 'in-person' },
  { who: 'Eilidh Paterson', ago: 15, purpose: 'contact', answer: 'refused', how: 'in-person' },
];

const done = (outcome: { ok: boolean; error?: unknown }): void => {
  if (!outcome.ok) throw new Error(`The story of consents cannot be told: ${JSON.stringify(outcome.error)}`);
};

/** What people agreed to and took back, who looked, one list that was handed over, and somebody who was written down twice. */
export async function tellConsents({ db, clock, at }: Work): Promise<void> {
  for (const { who, ago, purpose, answer, how, why = '' } of said)
    done(await at(clock.ago(ago, '15:10')).consents.record(sam, person(who), { purpose }, { answer, how, why }));

  // The circle was full, so Rosie does not want her name lying about there.
  const circle = { purpose: 'share-with-service', recipient: serviceId('rainbow-trans') } as const;
  done(await at(clock.ago(9, '17:30')).consents.withdraw(sam, person('Ross Hamilton'), circle, { how: 'phone', services: [] }));

  const shaw = 'Dr Ailsa Shaw, University of the Southern Hills';
  const days = { from: clock.dayAgo(120), to: clock.dayAgo(7) };
  const declared = { ...days, purpose: 'evaluation', basis: 'explicit-consent', approval: '', recipient: shaw } as const;
  done(await at(clock.ago(6, '11:00')).extracts.make(as(accounts.dev), { ...declared, fields: ['name', 'received-on', 'stage'] }));

  await db.inProgramme(programme.id, async (tx) => {
    const looks = [
      { ago: 5, account: accounts.sam.id, what: 'GET /people/:id' },
      { ago: 5, account: accounts.sam.id, what: 'GET /people/:id/plan' },
      { ago: 3, account: accounts.catriona.id, what: 'GET /people/:id' },
    ];
    for (const { ago, account, what } of looks)
      await recordAccess(tx, { account, what, people: [person('Agnes McMillan'), person('Ross Hamilton')], at: clock.ago(ago, '14:40') });
  });
  await writtenTwice(db, clock);
}

/** The hospital sent Tomasz’s name without its accents, and a phone that he no longer has. */
async function writtenTwice(db: Work['db'], clock: Work['clock']): Promise<void> {
  await db.inProgramme(programme.id, async (tx) => {
    const tomasz = (await findPerson(tx, person('Tomasz Wójcik')))!;
    const details = {
      givenName: 'Tomasz',
      familyName: 'Wojcik',
      dateOfBirth: tomasz.dateOfBirth,
      healthNumber: null,
      practice: tomasz.practice,
    };
    const twin = withDefaults(idOf('person Tomasz Wojcik, from the hospital'), { ...details, phone: '07700 900987', place: tomasz.place });
    const since = clock.ago(4, '09:20');
    await addPeople(tx, [twin], since);
    await letTeamsSee(tx, [{ person: twin.id, team: teams.stewartry.id }]);
    const added = { type: 'person-added', subject: { kind: 'person', id: twin.id }, person: twin.id };
    await recordEvents(tx, [{ ...added, by: { kind: 'account', id: accounts.sam.id }, at: since }]);
  });
}
