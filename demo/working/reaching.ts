import { randomUUID } from 'node:crypto';
import { addSent } from '../../src/messages/index.ts';
import { type ContactWishes, findPerson, noWishes } from '../../src/people/index.ts';
import { recordEvents } from '../../src/platform/events.ts';
import { accounts, practices, programme } from '../programme.ts';
import { person, type Work } from './workers.ts';

const as = (account: typeof accounts.sam | typeof accounts.rhona) => ({
  ...account,
  programme,
  practiceName: Object.values(practices).find(({ id }) => id === account.practice)?.name ?? null,
});
type Wish = { who: string; ago: number; wishes: Partial<ContactWishes> };

/** How some of them wish to be reached, what was sent to them, and Ishbel, who died. */
export async function tellReaching({ db, clock, at }: Work): Promise<void> {
  const wished: readonly Wish[] = [
    {
      who: 'Eilidh Paterson',
      ago: 15,
      wishes: {
        ...{ days: [0, 1, 2, 3, 4], from: '09:30', until: '15:00', says: 'ring-only', number: 'hidden' },
        ...{ mayKnow: 'Her friend Kirsty', mustNotKnow: 'Her husband, and his mother next door' },
        ...{ barred: ['The house phone, 01644 420177'], reviewOn: clock.ahead(14) },
      },
    },
    {
      who: 'Tomasz Wójcik',
      ago: 16,
      wishes: { from: '16:00', mayKnow: 'His daughter Ola, who reads letters to him', reviewOn: clock.ahead(60) },
    },
  ];
  for (const { who, ago, wishes } of wished) {
    const id = person(who);
    const known = await db.inProgramme(programme.id, (tx) => findPerson(tx, id));
    if (!known) throw new Error(`Nobody in the stories is called ${who}.`);
    const { safeContact, rowVersion } = known;
    const saved = await at(clock.ago(ago, '12:05')).reachings.saveSafeContact(as(accounts.sam), id, {
      ...{ safeContact, rowVersion, wishes: { ...noWishes, ...wishes } },
    });
    if (!saved.ok) throw new Error('A demo person changed meanwhile.');
  }

  await sent(db, 'Tomasz Wójcik', clock.ago(6, '16:05'), 'text', 'We meet on Thursday at 4, at the library. Sam');
  await sent(db, 'Agnes McMillan', clock.ago(9, '10:20'), 'letter', 'Dear Nan,\n\nWe meet on Tuesday at 2, at your house.\n\nSam');

  const died = await at(clock.ago(45, '10:10')).deaths.record(as(accounts.rhona), person('Ishbel Gow'), {
    on: clock.dayAgo(46),
    saidBy: 'Ellen from the choir, who was with her',
  });
  if (!died.ok) throw new Error(`Ishbel: ${JSON.stringify(died.error)}`);
}

async function sent(db: Work['db'], who: string, sentAt: Date, way: 'text' | 'letter', body: string): Promise<void> {
  const id = randomUUID();
  const to = person(who);
  const template = 'appointment-reminder';
  await db.inProgramme(programme.id, async (tx) => {
    await addSent(tx, [{ id, template, about: to, person: to, toKind: 'person', toId: to, toName: who, sentAt, way, subject: '', body }]);
    await recordEvents(tx, [
      { type: 'message-sent', subject: { kind: 'message', id }, person: to, by: { kind: 'system' }, at: sentAt, data: { template, way } },
    ]);
  });
}
