import type { Account, Asker } from '../../src/identity/index.ts';
import { accounts, practices, programme } from '../programme.ts';
import { person, type Work } from './workers.ts';

const as = (account: Omit<Account, 'passwordHash'>): Asker => ({
  ...account,
  programme,
  practiceName: Object.values(practices).find(({ id }) => id === account.practice)?.name ?? null,
});
const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`The story cannot be told: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** What Sam does that no form asks about, how he writes it up, and what he talks over with Catriona. */
export async function contactsAndSupervision({ at, clock }: Work): Promise<void> {
  const [sam, catriona] = [as(accounts.sam), as(accounts.catriona)];
  const { support } = at(clock.ago(20, '09:00'));
  must(
    await support.saveTemplate(catriona, {
      name: 'Letters at the kitchen table',
      channel: 'visit',
      minutes: 75,
      headings: ['What we opened', 'What can wait', 'What they will do'],
      tags: ['form-filling', 'practical-help'],
      forTeam: true,
    }),
  );
  must(await support.setSchedule(sam, sam.id, { everyWeeks: 4, supervisor: catriona.id, outsideName: '' }));
  const session = must(await support.planSession(sam, sam.id, { onDay: clock.dayAgo(18), kind: 'one-to-one' }));
  must(
    await at(clock.ago(18, '16:00')).support.writeSession(sam, session.id, {
      notes: 'Two long visits in one week, both in tears. We agreed that I write up in the car, not at ten at night.',
      version: 1,
      held: true,
      covered: [],
      actions: [{ what: 'Ask the debt service whether I may sit in on a first meeting', dueOn: clock.ahead(3) }],
    }),
  );
  must(
    await at(clock.ago(3, '15:40')).support.recordContact(sam, person('Tomasz Wójcik'), {
      happenedAt: clock.ago(3, '14:10'),
      channel: 'visit',
      minutes: 70,
      place: 'his flat in Dalbeattie',
      present: 'Interpreter (Polish), Mrs Gray',
      note: 'I carried the old door up the stairs with him. It is going to be the table. He measured it twice, then asked whether his son’s friend could come on Saturday.',
      nextStep: '',
      debrief: false,
      tags: ['listened', 'practical-help', 'crossed-line'],
      travelMinutes: 40,
      travelKm: 31,
      nextOn: null,
    }),
  );
  await at(clock.ago(2, '17:00')).support.addTopic(sam, 'How far is too far? I carried a door.');
  must(await at(clock.ago(2, '17:05')).support.planSession(sam, sam.id, { onDay: clock.ahead(4), kind: 'one-to-one' }));
  await at(clock.ago(2, '17:10')).support.checkWellbeing(sam, { manageable: 6, supported: 8, rested: 5 }, { shared: true, askLead: false });
}
