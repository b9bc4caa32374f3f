import { isRestricted, servicesById } from '../../directory/index.ts';
import type { Asker } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import * as core from '../connection.ts';
import { isOpen } from '../status.ts';
import { connectionsOf, holdConnection } from '../store/connections.ts';
import { aboutIt, type Needs, rulesOf } from './needs.ts';
import { save } from './save.ts';
import { dayIn } from '../../platform/calendar.ts';

/** What a service was told of somebody: which facts, when, and how far that can be taken back. */
export type Told = {
  connection: string;
  service: string;
  serviceName: string;
  organisation: string;
  /** That they are connected to it says more of them than everybody may read. */
  restricted: boolean;
  kind: 'asked' | 'rung';
  open: boolean;
  at: Date;
  fields: readonly string[];
  takenBackAt: Date | null;
};

/** Everything that services were told of a person, newest first. The caller has checked that they may be seen. */
export async function toldOf(tx: Tx, person: string): Promise<Told[]> {
  const connections = await connectionsOf(tx, person);
  const services = new Map(
    (await servicesById(tx, [...new Set(connections.map(({ service }) => service))])).map((each) => [each.id, each]),
  );
  return connections.flatMap(({ id, service, kind, status, shared, redacted, askedAt }) => {
    const found = services.get(service);
    if (kind === 'self') return [];
    return {
      connection: id,
      service,
      serviceName: found?.name ?? '',
      organisation: found?.organisationName ?? '',
      restricted: found?.needs.some(isRestricted) ?? false,
      kind,
      open: isOpen(status),
      at: askedAt,
      fields: shared ? Object.keys(shared) : (redacted?.fields ?? []),
      takenBackAt: redacted?.at ?? null,
    };
  });
}

/** For whoever writes down that a person takes their yes back, inside that transaction. */
export function openRecalling({ now, post, toDo }: Pick<Needs, 'now' | 'post' | 'toDo'>) {
  return {
    /** Stops what has not been sent, calls off what is open, takes out what was shared, and tells the organisation without saying of whom. */
    async takeBack(tx: Tx, asker: Asker, person: string, service: string): Promise<void> {
      const by = { kind: 'account' as const, id: asker.id };
      for (const { id } of (await connectionsOf(tx, person)).filter((each) => each.service === service && each.shared)) {
        const before = (await holdConnection(tx, id))!;
        const taken = core.takeBack(before, now());
        if (!taken.ok) continue;
        await save(tx, taken.value, rulesOf(asker.programme), { by, at: now() });
        await toDo.finishTasks(tx, id, by, now());
        const unsent = await post.stopFor(tx, { about: id });
        const unknown = unsent > 0 && before.status === 'requested' && !before.nudgedAt;
        if (before.kind === 'asked' && core.mayStillSee(before) && !unknown)
          await post.queue(tx, { template: 'connection-cancelled', about: id, person, to: { service }, at: now() });
        // Nobody but the link worker can reach those who were told on the phone.
        if (before.kind === 'rung')
          await toDo.addTask(tx, {
            person,
            kind: 'connection-tell',
            about: aboutIt(before),
            dueOn: dayIn(asker.programme.settings.timeZone, now()),
            owner: asker.id,
            at: now(),
          });
      }
    },
  };
}

/** Names of the services that two people are both waiting for, or go to. */
export async function bothAt(tx: Tx, one: string, other: string): Promise<string[]> {
  const openOf = async (person: string) =>
    (await connectionsOf(tx, person)).filter(({ status }) => isOpen(status)).map(({ service }) => service);
  const theirs = new Set(await openOf(other));
  const shared = (await openOf(one)).filter((service) => theirs.has(service));
  return shared.length ? (await servicesById(tx, [...new Set(shared)])).map(({ name }) => name) : [];
}
