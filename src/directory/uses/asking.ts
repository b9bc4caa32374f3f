import { randomUUID } from 'node:crypto';
import { type Asker, type Programme, thisProgramme } from '../../identity/index.ts';
import { addDays } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { hashOf } from '../../platform/secrets.ts';
import { type Asking, askingsOf, bouncedForDays, mostAskedADay, remindAfterDays } from '../assurance.ts';
import * as store from '../store/assurance.ts';
import { byAsker, type FreshnessPorts, todayOf } from './freshness-needs.ts';
import { asAsker } from './needs.ts';

const day = 86_400_000;
const atOnce = 100;

/** Asking whoever runs services whether they are still right. However often it runs, nobody is asked twice. */
export function askingUses(ports: FreshnessPorts) {
  const { db, now, post, everyProgramme } = ports;
  const ago = (days: number) => new Date(now().getTime() - days * day);

  const askDue = (programme: string): Promise<void> =>
    db.inProgramme(programme, async (tx) => {
      const whose = await thisProgramme(tx);
      const after = whose.settings.askStillRightAfterDays;
      const left = mostAskedADay - (await store.askedByItselfSince(tx, ago(1)));
      if (!after || left <= 0) return;
      const checkedBefore = addDays(todayOf({ programme: whose }, now()), -after);
      const due = await store.dueToBeAsked(tx, { checkedBefore, askedBefore: ago(after), limit: 5 * mostAskedADay });
      const wanted = (await withoutBounced(tx, askingsOf(due))).slice(0, left);
      await ask(tx, whose, await wholeAskings(tx, wanted), { by: { kind: 'system' }, account: null });
    });

  /** All that an organisation answers for at an address, not only what is due: one mail is enough. */
  async function wholeAskings(tx: Tx, wanted: readonly Asking[]): Promise<Asking[]> {
    const all = askingsOf(await store.candidatesOf(tx, [...new Set(wanted.map(({ organisation }) => organisation))]));
    return wanted.flatMap(({ organisation, address }) =>
      all.filter((each) => each.organisation === organisation && each.address === address),
    );
  }

  async function withoutBounced(tx: Tx, askings: readonly Asking[]): Promise<Asking[]> {
    const at = askings.map(({ organisation, address }) => ({ organisation, addressHash: hashOf(address) }));
    const before = await store.asksAt(tx, at, ago(bouncedForDays));
    const failed = await post.failedAbout(
      tx,
      before.map(({ id }) => id),
    );
    const bounced = before.filter(({ id }) => failed.has(id));
    return askings.filter(
      ({ organisation, address }) =>
        !bounced.some((each) => each.organisation === organisation && hashOf(address).equals(each.addressHash)),
    );
  }

  /** Answers how many mails were queued. */
  async function ask(
    tx: Tx,
    whose: Programme,
    askings: readonly Asking[],
    { by, account }: { by: By; account: string | null },
  ): Promise<number> {
    const on = todayOf({ programme: whose }, now());
    let queued = 0;
    for (const { organisation, address, services } of askings) {
      const id = randomUUID();
      if (!(await store.addAsk(tx, { id, organisation, addressHash: hashOf(address), at: now(), on, by: account, services }))) continue;
      await post.queue(tx, { template: 'still-right', about: id, to: { service: services[0]! }, at: now() });
      await recordEvents(
        tx,
        services.map((service) => aboutService('still-right-asked', service, id, by, now())),
      );
      queued++;
    }
    return queued;
  }

  /** Answers how many there were. */
  const remindSome = (programme: string): Promise<number> =>
    db.inProgramme(programme, async (tx) => {
      const { settings } = await thisProgramme(tx);
      if (!settings.askStillRightAfterDays) return 0;
      const silent = await store.holdSilentAsks(tx, ago(remindAfterDays), atOnce);
      const failed = await post.failedAbout(
        tx,
        silent.map(({ id }) => id),
      );
      await store.noteReminded(
        tx,
        silent.map(({ id }) => id),
        now(),
      );
      for (const { id, service } of silent.filter((each) => !failed.has(each.id))) {
        await post.queue(tx, { template: 'still-right-reminder', about: id, to: { service }, at: now() });
        await recordEvents(tx, [aboutService('still-right-reminded', service, id, { kind: 'system' }, now())]);
      }
      return silent.length;
    });

  return {
    /** A fault in one programme does not keep the others waiting. */
    askAll: async (): Promise<void> => {
      const faults: unknown[] = [];
      for (const programme of await everyProgramme()) {
        await (async () => {
          await askDue(programme);
          while ((await remindSome(programme)) === atOnce);
        })().catch((fault: unknown) => faults.push(fault));
      }
      if (faults.length) throw new AggregateError(faults, 'Not every programme could be asked whether its services are still right.');
    },

    /** Asks now about these services, whenever they were last checked. Answers how many mails go out; one that went today already is not repeated. */
    askNow: (asker: Asker, services: readonly string[]): Promise<number> =>
      asAsker(ports, asker, 'curate directory', async (tx) => {
        const chosen = services.filter((id) => uuid.test(id)).slice(0, atOnce);
        const organisations = await store.organisationsOf(tx, chosen);
        const askings = askingsOf(await store.candidatesOf(tx, organisations)).filter((asking) =>
          asking.services.some((id) => chosen.includes(id)),
        );
        return ask(tx, asker.programme, askings, { by: byAsker(asker), account: asker.id });
      }),
  };
}

const aboutService = (type: 'still-right-asked' | 'still-right-reminded', service: string, ask: string, by: By, at: Date) => ({
  type,
  subject: { kind: 'service', id: service },
  by,
  at,
  data: { ask },
});
