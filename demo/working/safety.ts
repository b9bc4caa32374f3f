import type { Account, Asker } from '../../src/identity/index.ts';
import { accounts, programme } from '../programme.ts';
import { person, type Work } from './workers.ts';

const as = (account: Omit<Account, 'passwordHash'>): Asker => ({ ...account, programme, practiceName: null });

/** Risks that are known, one that worried somebody, what only a few may know, and a visit up the glen. */
export async function keepSafe({ clock, at }: Work): Promise<void> {
  const [sam, catriona] = [as(accounts.sam), as(accounts.catriona)];
  const [eilidh, tomasz] = [person('Eilidh Paterson'), person('Tomasz Wójcik')];
  const met = clock.ago(15, '13:10');
  await at(met).support.addRestricted(sam, eilidh, {
    kind: 'domestic-abuse',
    words:
      'Her husband reads her post and her phone. He has followed her to the surgery once. She has a bag packed at a friend’s, and will say when.',
    comment: 'The Safe at Home worker knows, and the practice nurse. Nobody else does.',
    startedOn: clock.dayAgo(15),
    endedOn: null,
    safeguarding: null,
    hiddenFromPerson: false,
    keptFrom: [],
    keptFromWords: 'Anybody who knows him through the farm',
  });
  await at(met).support.addRisk(sam, eilidh, {
    kind: 'from-others',
    level: 'careful',
    words: 'It is not safe for her that anybody at home learns of us.',
    helps: 'Text before three on weekdays. Let her choose the place. Never ask twice.',
    startedOn: clock.dayAgo(15),
    reviewOn: clock.ahead(6),
  });
  await at(clock.ago(8, '11:20')).support.addRisk(sam, tomasz, {
    kind: 'other',
    level: 'watch',
    words: 'He may lose the flat. When a letter comes he stops sleeping, and his back is worse.',
    helps: 'Open the letter with him, the same day. Ask after his son first. Mrs Gray next door has a key.',
    startedOn: clock.dayAgo(8),
    reviewOn: clock.ahead(12),
  });
  await at(clock.ago(1, '16:40')).support.openInDanger(sam, tomasz);
  await at(clock.ago(1, '16:55')).support.raiseRisk(sam, tomasz, {
    worries: ['neglect', 'end-life'],
    did: ['stayed', 'told-practice', 'gave-numbers'],
    words:
      'On the phone, with the interpreter: the landlord has named a day. He said “my son would be better off without me”, twice. I stayed on the line until Mrs Gray was with him and the boy. The duty doctor rings him tonight.',
  });
  const looked = at(clock.ago(1, '17:20'));
  const seen = await looked.support.seeSafety(catriona, tomasz);
  const raised = seen.ok ? seen.value.raised.raised[0] : undefined;
  if (raised)
    await looked.support.lookAgain(
      catriona,
      tomasz,
      raised.id,
      'Rang Sam, then the practice: Dr Tait speaks with him at six, with an interpreter. Mrs Gray stays the night. Sam goes to him tomorrow.',
    );
  const today = clock.now.getTime();
  await at(clock.now).support.planVisit(
    sam,
    {
      place: 'Tomasz’s flat in Dalbeattie: the outside stair behind the bakery, blue door',
      startsAt: new Date(today + 45 * 60_000),
      endsAt: new Date(today + 105 * 60_000),
      mobile: '07700 900142',
      ring: 'Rhona at the office, 01644 000001',
      note: 'The interpreter comes at the same time. His son is home from school at half past three.',
    },
    tomasz,
  );
}
