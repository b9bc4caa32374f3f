import { type Asker, thisProgramme } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { itemsFor, type Point, scalesFor } from '../instrument.ts';
import * as core from '../measure.ts';
import * as store from '../store/measures.ts';
import { openAndOver } from '../store/links.ts';
import { aboutPerson, byOf, measureEvent, type NotReached, type Ports, todayFor } from './needs.ts';
import { registryOf } from './registry.ts';
import { beforeAsking, newMeasure, refusedBecause } from './take.ts';

export type SendRefusal = NotReached | 'has-died' | 'no-goals' | 'no-items' | 'sent-already' | core.BeginRefusal;

export const sendUses = (ports: Ports) => {
  const { db, now, post } = ports;
  const invite = (tx: Tx, measure: core.Measure) =>
    post.queue(tx, {
      template: 'measure-invitation',
      about: measure.id,
      person: measure.person,
      to: { person: measure.person },
      at: now(),
    });
  const openOne = async (tx: Tx, person: string, id: string) => {
    const measure = uuid.test(id) ? await store.holdMeasure(tx, id) : undefined;
    return measure?.person === person ? measure : undefined;
  };

  return {
    /** Sends the person a link to a page of their own, in the way that they wish to be reached. */
    sendMeasure: (asker: Asker, person: string, instrument: string, point: Point): Promise<Result<core.Measure, SendRefusal>> =>
      aboutPerson(db, asker, person, async (tx, found): Promise<Result<core.Measure, SendRefusal>> => {
        const before = await beforeAsking(tx, ports, asker, found, instrument);
        if (!before) return refuse('not-found');
        if (before.byHand) return refuse('no-items');
        const today = todayFor(asker, now());
        const language = before.registered.instrument.languages[0]!;
        const how = { point, mode: 'own-page', language, interpreter: false, proxy: false, takenOn: today, again: true } as const;
        const refused = refusedBecause(before, how, today);
        if (refused) return refuse(refused);
        if (before.others.some(core.isOpen)) return refuse('sent-already');
        const measure: core.Measure = { ...newMeasure(asker, before, how, now()), state: 'sent' };
        await store.addMeasures(tx, [measure]);
        await recordEvents(tx, [measureEvent('measure-sent', measure, byOf(asker), now())]);
        await invite(tx, measure);
        return ok(measure);
      }),

    /** A new link for questions that were sent, when the first was lost or is over. */
    sendAgain: (asker: Asker, person: string, id: string): Promise<Result<core.Measure, NotReached | 'ended'>> =>
      aboutPerson(db, asker, person, async (tx, found): Promise<Result<core.Measure, 'not-found' | 'ended'>> => {
        const measure = await openOne(tx, person, id);
        if (!measure) return refuse('not-found');
        if (!core.isOpen(measure) || found.died) return refuse('ended');
        await recordEvents(tx, [measureEvent('measure-sent', measure, byOf(asker), now(), { again: true })]);
        await invite(tx, measure);
        return ok(measure);
      }),

    withdrawMeasure: (asker: Asker, person: string, id: string): Promise<Result<core.Measure, NotReached | 'ended'>> =>
      aboutPerson(db, asker, person, async (tx): Promise<Result<core.Measure, 'not-found' | 'ended'>> => {
        const measure = await openOne(tx, person, id);
        if (!measure) return refuse('not-found');
        const back = core.withdraw(measure, now());
        if (!back.ok) return back;
        await store.saveMeasure(tx, back.value);
        await recordEvents(tx, [measureEvent('measure-withdrawn', measure, byOf(asker), now())]);
        return back;
      }),
  };
};

/** Takes back whatever somebody has been sent and not answered: they have died, or want no more of it. Answers what that was. */
export async function withdrawOpenMeasures(tx: Tx, person: string, by: By, at: Date): Promise<core.Measure[]> {
  const open = (await store.measuresOf(tx, person)).filter(core.isOpen);
  for (const measure of open) {
    const back = core.withdraw(measure, at);
    if (back.ok) await store.saveMeasure(tx, back.value);
  }
  await recordEvents(
    tx,
    open.map((measure) => measureEvent('measure-withdrawn', measure, by, at)),
  );
  return open;
}

/** Ends what was sent and whose links are all over: what was answered by then is kept, and what was not waits no longer. */
export const endOverdue = (db: Database, now: () => Date, programme: string): Promise<number> =>
  db.inProgramme(programme, async (tx) => {
    const today = dayIn((await thisProgramme(tx)).settings.timeZone, now());
    const registry = await registryOf(tx, today);
    const over = await openAndOver(tx, now());
    for (const id of over) {
      const measure = await store.holdMeasure(tx, id);
      const instrument = measure && registry.at(measure.instrument, measure.version);
      if (!measure || !core.isOpen(measure)) continue;
      const by: By = { kind: 'system' };
      if (measure.state === 'sent' || !instrument) {
        const back = core.withdraw(measure, now());
        if (back.ok) await store.saveMeasure(tx, back.value);
        await recordEvents(tx, [measureEvent('measure-unanswered', measure, by, now())]);
      } else {
        const items = itemsFor(instrument, measure.goals);
        const ended = core.endWith(measure, items, scalesFor(instrument, items), measure.answers, now(), today);
        await store.saveMeasure(tx, ended);
        await recordEvents(tx, [measureEvent(ended.state === 'part' ? 'measure-half-answered' : 'measure-completed', measure, by, now())]);
      }
    }
    return over.length;
  });
