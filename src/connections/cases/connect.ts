import { randomUUID } from 'node:crypto';
import { isPaused, servicesById, type WholeService } from '../../directory/index.ts';
import type { Asker } from '../../identity/index.ts';
import { type Person, personWithin, recordConsent, saysNoTo, withoutBarred } from '../../people/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf } from '../../platform/secrets.ts';
import { type Connection, type Kind, request } from '../connection.ts';
import type { AgreementStanding } from '../holding-back.ts';
import { type Choice, type Packet, packetOf } from '../packet.ts';
import { noteDue } from '../store/behaviour.ts';
import { addConnections, findOpen, holdPair } from '../store/connections.ts';
import { type Needs, rulesOf, standingWith } from './needs.ts';
import { lookAtOf, tell } from './save.ts';

export type Pair = { person: string; service: string };
/** A person and a service that they might be connected to; `open` when they already are, `saysNo` to what they do not agree. `agreement`: whether its organisation may be told of anybody. */
export type Meeting = {
  person: Person;
  service: WholeService;
  open: Connection | undefined;
  saysNo: 'support' | 'share-with-service' | null;
  agreement: AgreementStanding;
};
/** `seal` stands for the packet as it was seen, so that nothing else than that is sent. */
export type Preview = Meeting & { packet: Packet | null; seal: string };
export type SendRefusal =
  | 'not-found'
  | 'no-address'
  | 'not-running'
  | 'paused'
  | 'says-no'
  | 'no-agreement'
  | { name: 'open'; connection: Connection }
  | { name: 'changed'; preview: Preview };

export function openConnecting(needs: Needs) {
  const { db, now, post } = needs;
  const inProgramme = <T>(asker: Asker, work: (tx: Tx) => Promise<T>) => db.inProgramme(asker.programme.id, work);

  return {
    meet: (asker: Asker, pair: Pair): Promise<Result<Meeting, 'not-found'>> => inProgramme(asker, (tx) => meet(needs, tx, asker, pair)),

    /** What the service would be told, exactly. */
    preview: (asker: Asker, pair: Pair, kind: Kind, choice: Choice): Promise<Result<Preview, 'not-found'>> =>
      inProgramme(asker, async (tx) => {
        const met = await meet(needs, tx, asker, pair);
        return met.ok ? ok(previewOf(asker, met.value, kind, choice, now())) : met;
      }),

    /** Records that the person agrees, makes the connection and asks the service: all of it, or nothing. */
    send: (asker: Asker, pair: Pair, asked: { kind: Kind; choice: Choice; seal: string }): Promise<Result<Connection, SendRefusal>> =>
      inProgramme(asker, async (tx) => {
        await holdPair(tx, pair.person, pair.service);
        const met = await meet(needs, tx, asker, pair);
        if (!met.ok) return met;
        const { person, service, open } = met.value;
        if (open) return refuse({ name: 'open', connection: open });
        if (met.value.saysNo && asked.kind !== 'self') return refuse('says-no');
        if (met.value.agreement !== 'fine' && asked.kind !== 'self') return refuse('no-agreement');
        if (service.status !== 'active') return refuse('not-running');
        if (isPaused(service.pause, now())) return refuse('paused');
        if (asked.kind === 'asked' && !service.requestEmail) return refuse('no-address');
        const preview = previewOf(asker, met.value, asked.kind, asked.choice, now());
        if (preview.seal !== asked.seal) return refuse({ name: 'changed', preview });

        const sharing = { person: person.id, purpose: 'share-with-service' as const, recipient: service.id, askedBy: asker.id, at: now() };
        const consent = preview.packet ? (await recordConsent(tx, sharing)).id : null;
        const ids = { id: randomUUID(), person: person.id, service: service.id, organisation: service.organisation, linkWorker: asker.id };
        const change = request(
          { ...ids, kind: asked.kind, shared: preview.packet, consent },
          preview.packet ? asked.choice.fields : [],
          now(),
        );
        await addConnections(tx, [{ state: change.state, lookAt: lookAtOf(change.state, rulesOf(asker.programme)) }]);
        await tell(tx, change, { by: { kind: 'account', id: asker.id }, at: now() });
        await noteDue(tx, [change.state]);
        if (asked.kind === 'asked') {
          await post.queue(tx, {
            template: 'connection-request',
            about: ids.id,
            person: person.id,
            to: { service: service.id },
            at: now(),
          });
        }
        return ok(change.state);
      }),
  };
}

async function meet(needs: Needs, tx: Tx, asker: Asker, pair: Pair): Promise<Result<Meeting, 'not-found'>> {
  if (!uuid.test(pair.person) || !uuid.test(pair.service)) return refuse('not-found');
  const person = await personWithin(tx, asker, 'connect', pair.person);
  const [service] = await servicesById(tx, [pair.service]);
  if (!person.ok || !service) return refuse('not-found');
  return ok({
    person: withoutBarred(person.value),
    service,
    open: await findOpen(tx, pair.person, pair.service),
    saysNo: await noOf(tx, pair),
    agreement: await standingWith(needs, tx, asker.programme, service.organisation, needs.now()),
  });
}

async function noOf(tx: Tx, { person, service }: Pair): Promise<Meeting['saysNo']> {
  if (await saysNoTo(tx, person, 'support')) return 'support';
  return (await saysNoTo(tx, person, 'share-with-service', service)) ? 'share-with-service' : null;
}

function previewOf(asker: Asker, met: Meeting, kind: Kind, choice: Choice, at: Date): Preview {
  const packet = kind === 'self' ? null : packetOf(met.person, choice, dayIn(asker.programme.settings.timeZone, at));
  return { ...met, packet, seal: hashOf(JSON.stringify(packet)).toString('base64url') };
}
