import { type Programme, thisProgramme } from '../../identity/index.ts';
import { findPerson, firstNameOf } from '../../people/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf } from '../../platform/secrets.ts';
import { type Instrument, type Item, itemsFor, scalesFor } from '../instrument.ts';
import * as core from '../measure.ts';
import { alarmsIn, type Answers, impossibleAnswers, unanswered } from '../score.ts';
import { linkedTo } from '../store/links.ts';
import * as store from '../store/measures.ts';
import { measureEvent, type Ports, toldBy } from './needs.ts';
import { registryOf } from './registry.ts';

/** What somebody sees who opens their own link: the questions, what they have said so far, and of themselves their first name. */
export type OwnMeasure = {
  programme: Programme;
  firstName: string;
  instrument: Instrument;
  items: readonly Item[];
  language: string;
  answers: Answers;
  alarmed: boolean;
};
export type OwnRefusal = 'unknown' | 'expired' | 'answered' | 'withdrawn';
type Held = { measure: core.Measure; own: OwnMeasure; team: string | null };

/** For people who answer on a page of their own, by the link that they were sent. */
export const answerUses = (ports: Ports & { limits: { guesses: { take(key: string): Promise<number> } } }) => {
  const { db, now, support, limits } = ports;

  async function behind<T, E = never>(
    token: string,
    work: (tx: Tx, held: Held) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | OwnRefusal>> {
    const link = await db.outsideProgrammes((tx) => linkedTo(tx, hashOf(token), now()));
    if (!link) return refuse('unknown');
    return db.inProgramme(link.programme, async (tx): Promise<Result<T, E | OwnRefusal>> => {
      const measure = await store.holdMeasure(tx, link.measure);
      const person = measure && (await findPerson(tx, measure.person));
      if (!measure || !person) return refuse('unknown');
      if (measure.state === 'withdrawn' || measure.state === 'struck' || person.died) return refuse('withdrawn');
      if (!core.isOpen(measure)) return refuse('answered');
      if (link.expired) return refuse('expired');
      const programme = await thisProgramme(tx);
      const instrument = (await registryOf(tx, dayIn(programme.settings.timeZone, now()))).at(measure.instrument, measure.version);
      if (!instrument) return refuse('withdrawn');
      const items = itemsFor(instrument, measure.goals);
      if (items.length === 0) return refuse('withdrawn');
      const { language, answers, alarmed } = measure;
      const own = { programme, firstName: firstNameOf(person), instrument, items, language, answers, alarmed };
      return work(tx, { measure, own, team: (await support.of(tx, measure.person)).support?.team ?? null });
    });
  }

  /** An answer that tells of danger is told on at once, whether or not they go on to the end. */
  async function keep(tx: Tx, { measure, own, team }: Held, answers: Answers): Promise<core.Measure> {
    const kept = core.keepAnswers(measure, answers);
    const rung = alarmsIn(own.instrument.alarms, answers);
    const alarmed = measure.alarmed || rung.length > 0;
    const saved = { ...kept, alarmed };
    await store.saveMeasure(tx, saved);
    if (alarmed && !measure.alarmed) {
      const by = { kind: 'person', id: measure.person } as const;
      await support.raiseRisk(tx, { person: measure.person, team, measure: measure.id, ...toldBy(rung, own.language), by, at: now() });
    }
    return { ...saved, rowVersion: saved.rowVersion + 1 };
  }

  async function ended(tx: Tx, measure: core.Measure, type: string): Promise<void> {
    await store.saveMeasure(tx, measure);
    const by = { kind: 'person', id: measure.person } as const;
    await recordEvents(tx, [measureEvent(type, measure, by, now(), measure.whyNot ? { why: measure.whyNot } : {})]);
    const { person, id, askedBy, takenOn } = measure;
    await support.answersCame(tx, { person, measure: id, askedBy, on: takenOn, at: now() });
  }

  return {
    /** Counts a wrong token. Answers the seconds to wait, once there have been too many from one machine. */
    countGuess: (machine: string): Promise<number> => limits.guesses.take(machine),

    open: (token: string): Promise<Result<OwnMeasure, OwnRefusal>> => behind(token, (_tx, { own }) => Promise.resolve(ok(own))),

    /** Keeps these answers, and says whether one of them is the first to tell of danger. */
    keep: (token: string, answers: Answers): Promise<Result<{ alarm: boolean }, OwnRefusal | { impossible: readonly string[] }>> =>
      behind(token, async (tx, held): Promise<Result<{ alarm: boolean }, { impossible: readonly string[] }>> => {
        const impossible = impossibleAnswers(held.own.items, answers);
        if (impossible.length) return refuse({ impossible });
        const kept = await keep(tx, held, answers);
        return ok({ alarm: kept.alarmed && !held.measure.alarmed });
      }),

    /** They are done. What they left open stays open, and is scored only where the rule of the instrument allows. */
    finish: (token: string): Promise<Result<'done', OwnRefusal | 'nothing-said'>> =>
      behind(token, async (tx, { measure, own }): Promise<Result<'done', 'nothing-said'>> => {
        const today = dayIn(own.programme.settings.timeZone, now());
        if (unanswered(own.items, measure.answers).length === own.items.length) return refuse('nothing-said');
        const done = core.endWith(measure, own.items, scalesFor(own.instrument, own.items), measure.answers, now(), today);
        await ended(tx, done, done.state === 'part' ? 'measure-half-answered' : 'measure-completed');
        return ok('done');
      }),

    /** They would rather not. */
    sayNo: (token: string, whyNot: core.WhyNot): Promise<Result<'done', OwnRefusal>> =>
      behind(token, async (tx, { measure, own }): Promise<Result<'done', never>> => {
        const today = dayIn(own.programme.settings.timeZone, now());
        await ended(tx, core.decline(measure, whyNot, '', now(), today), 'measure-declined');
        return ok('done');
      }),
  };
};
