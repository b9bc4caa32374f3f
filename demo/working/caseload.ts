import { type Asker, openIdentity } from '../../src/identity/index.ts';
import { openRateLimit } from '../../src/platform/rate-limit.ts';
import { addDays } from '../../src/platform/calendar.ts';
import { everybody } from '../../src/support/index.ts';
import { accounts, demoPassword, programme } from '../programme.ts';
import { person, type Work } from './workers.ts';

const as = ({ passwordHash: _, ...account }: Asker & { passwordHash?: string }): Asker => account;
const [sam, rhona, catriona] = [accounts.sam, accounts.rhona, accounts.catriona].map((account) =>
  as({ ...account, programme, practiceName: null }),
);

/** A long wait, a heavy fortnight, days away with somebody to cover, and somebody who goes to a new link worker. */
export async function keepCaseloads({ db, clock, at }: Work): Promise<void> {
  const { ago, dayAgo, ahead } = clock;
  await wait(at(ago(17, '16:00')).support, person('Agnes McMillan'), {
    words: 'We ring each other every Thursday until there is a volunteer. Their list is long.',
    reviewOn: addDays(dayAgo(17), 28),
  });
  const now = at(ago(2, '16:40')).support;
  await now.setWeight(sam!, person('Tomasz Wójcik'), 3);
  await now.saveView(catriona!, {
    name: 'Waiting for a long list',
    shared: true,
    start: false,
    sort: 'contact',
    filters: { ...everybody, held: 'any' },
  });
  await now.planAbsence(rhona!, { account: rhona!.id, cover: sam!.id, from: ahead(5), to: ahead(12) });

  await signIn(db, ago(5, '08:50'));
  const handing = at(ago(4, '11:20')).support;
  const handed = await handing.handOver(catriona!, sam!.id, {
    moves: [
      {
        person: person('Agnes Wallace'),
        to: rhona!.id,
        note: 'Nan sees very little now, and knows people by their step: say your name at the door. Isobel reads her the paper on Mondays at two. She likes to be asked what she remembers.',
      },
    ],
    loose: null,
    agreed: false,
  });
  if (!handed.ok) throw new Error('Nan could not be handed over.');
  await at(ago(4, '12:30')).support.tellOfHandovers(programme.id);
  await signIn(db, ago(0, '08:50'));
}

type Support = ReturnType<Work['at']>['support'];

async function wait(support: Support, who: string, { words, reviewOn }: { words: string; reviewOn: string }): Promise<void> {
  const before = await support.beforeHolding(sam!, who);
  const connection = before.ok ? before.value.awaited[0]?.id : undefined;
  if (!connection) throw new Error('There is nothing that Agnes waits for.');
  const held = await support.hold(sam!, who, { because: 'service', connection, gap: null, awaits: '', words, reviewOn });
  if (!held.ok) throw new Error(`Agnes could not be put on hold: ${held.error}`);
}

/** The link workers were at work this morning: nobody's people are without one. */
async function signIn(db: Work['db'], at: Date): Promise<void> {
  const limit = openRateLimit(db, 'demo', { tries: 100, perSeconds: 60 });
  const identity = openIdentity({ db, now: () => at, limits: { address: limit, machine: limit } });
  for (const { email } of [accounts.sam, accounts.rhona, accounts.idris]) await identity.signIn(email, demoPassword, 'demo');
}
