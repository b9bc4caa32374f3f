import { type Programme, thisProgramme } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf } from '../../platform/secrets.ts';
import { type Asked, type AskedService, answeredWhole } from '../assurance.ts';
import { type FieldWords, type Texts, textsOf } from '../fields-text.ts';
import type { Capacity } from '../room.ts';
import { type ShownService, shownService } from '../shown-service.ts';
import * as asks from '../store/assurance.ts';
import { hiddenAmong } from '../store/public.ts';
import { organisationsById, servicesById, type WholeService } from '../store/read.ts';
import { findSuggestion, hold, holdSuggestion, removeSuggestion } from '../store/suggestions.ts';
import { changeService } from './change-service.ts';
import { type FreshnessPorts, todayOf } from './freshness-needs.ts';
import { momentFor } from './needs.ts';
import { suggest, type Suggested } from './suggesting.ts';
import { setRoom } from './tell-room.ts';

export type AnsweredService = { service: ShownService; present: Texts; answer: AskedService['answer'] };
/** What an organisation is asked: its own services as anybody may see them. */
export type StillRight = { programme: Programme; organisation: string; services: AnsweredService[] };
export type LinkRefusal = 'unknown' | 'expired';
export type Undone = 'too-late';
export type RoomTold = Pick<Capacity, 'available' | 'waitingList' | 'waitWeeks'>;

/** What an organisation says of its room counts for this long. */
const roomKnownDays = 28;
const day = 86_400_000;
const tokenForm = /^[\w-]{43}$/;

type Open = { programme: Programme; ask: Asked; services: WholeService[] };

/** For whoever holds a link from a mail that asks whether services are still right, and has no account. */
export function answeringUses({ db, now, limits, post }: FreshnessPorts) {
  async function behind(token: string): Promise<Result<{ programme: string; ask: string }, LinkRefusal>> {
    const link = tokenForm.test(token) ? await db.outsideProgrammes((tx) => asks.assuranceOf(tx, hashOf(token), now())) : undefined;
    if (!link) return refuse('unknown');
    return link.expired ? refuse('expired') : ok(link);
  }

  const opened = async <T, E = never>(
    token: string,
    work: (tx: Tx, open: Open) => Promise<Result<T, E>>,
    find = asks.findAsk,
  ): Promise<Result<T, E | LinkRefusal>> => {
    const link = await behind(token);
    if (!link.ok) return link;
    return db.inProgramme(link.value.programme, async (tx): Promise<Result<T, E | LinkRefusal>> => {
      const ask = await find(tx, link.value.ask);
      return ask ? work(tx, { programme: await thisProgramme(tx), ask, services: await servicesAsked(tx, ask) }) : refuse('unknown');
    });
  };

  const byThem = ({ organisation }: Asked): By => ({ kind: 'organisation', id: organisation });
  const handOf = (ask: Asked) => ({ source: `organisation:${ask.organisation}` as const, by: byThem(ask), at: now() });

  /** On one of their services, or on each that has no answer yet. */
  const onServices = <E = never>(
    token: string,
    which: string | 'all',
    work: (tx: Tx, open: Open, service: WholeService, asked: AskedService) => Promise<Result<null, E>>,
  ): Promise<Result<null, E | LinkRefusal>> =>
    opened(
      token,
      async (tx, open): Promise<Result<null, E | LinkRefusal>> => {
        const asked = new Map(open.ask.services.map((each) => [each.service, each]));
        const chosen = open.services.filter(({ id }) => (which === 'all' ? asked.get(id)?.answer === null : id === which));
        if (which !== 'all' && !chosen.length) return refuse('unknown');
        for (const { id } of chosen) {
          // In the order in which whoever decides on suggestions holds them, so that neither waits for the other for ever.
          const suggestion = asked.get(id)?.suggestion;
          if (suggestion) await holdSuggestion(tx, suggestion);
          await hold(tx, 'service', id);
          const [service] = await servicesById(tx, [id]);
          const done = await work(tx, open, service!, asked.get(id)!);
          if (!done.ok) return done;
        }
        const after = await asks.findAsk(tx, open.ask.id);
        await asks.noteAnswered(tx, open.ask.id, answeredWhole(after!) ? now() : null);
        return ok(null);
      },
      asks.holdAsk,
    );

  const answered = (tx: Tx, ask: Asked, service: string, answer: AskedService['answer']) =>
    recordEvents(tx, [
      {
        type: 'still-right-answered',
        subject: { kind: 'service', id: service },
        by: byThem(ask),
        at: now(),
        data: { ask: ask.id, answer },
      },
    ]);

  return {
    /** Counts a wrong token. Answers the seconds to wait, once there have been too many from one machine. */
    countGuess: (machine: string): Promise<number> => limits.guesses.take(machine),

    open: (token: string, words: FieldWords): Promise<Result<StillRight, LinkRefusal>> =>
      opened(token, async (tx, { programme, ask, services }) => {
        const moment = momentFor({ programme }, now());
        const [organisation] = await organisationsById(tx, [ask.organisation]);
        return ok({
          programme,
          organisation: organisation?.name ?? '',
          services: services.map((service) => ({
            service: shownService(service, moment),
            present: textsOf(service, words),
            answer: ask.services.find((each) => each.service === service.id)?.answer ?? null,
          })),
        });
      }),

    /** Yes, this one is right; or all that have no other answer yet. */
    sayRight: (token: string, which: string | 'all'): Promise<Result<null, LinkRefusal>> =>
      onServices(token, which, async (tx, { programme, ask }, service, asked) => {
        if (asked.answer !== null) return ok(null);
        const assured = { assuredAt: todayOf({ programme }, now()), assuredBy: service.organisationName };
        await changeService(tx, service, { ...service, ...assured }, handOf(ask), { type: 'service-assured' });
        const was = { wasAssuredAt: service.assuredAt, wasAssuredBy: service.assuredBy, suggestion: null };
        await asks.noteAnswer(tx, ask.id, service.id, { answer: 'right', at: now(), ...was });
        await answered(tx, ask, service.id, 'right');
        return ok(null);
      }),

    /** Something is different: kept as a suggestion. That they no longer run it is one too, so that nobody closes a service by a slip. */
    sayChanged: (token: string, id: string, given: Suggested, words: FieldWords): Promise<Result<null, LinkRefusal | 'nothing'>> =>
      onServices(token, id, async (tx, { programme, ask }, service, asked) => {
        if (asked.suggestion) await withdraw(tx, asked.suggestion);
        const made = await suggest(tx, { programme }, service, given, words, { kind: 'organisation', id: ask.organisation }, now());
        if (!made.ok) return made;
        const answer = given.part === 'closed' ? 'ended' : 'changed';
        const was = { wasAssuredAt: service.assuredAt, wasAssuredBy: service.assuredBy, suggestion: made.value };
        await asks.noteAnswer(tx, ask.id, service.id, { answer, at: now(), ...was });
        await answered(tx, ask, service.id, answer);
        return ok(null);
      }),

    /** The wrong button was pressed. Too late once somebody has decided on what was suggested, or has checked the service themselves. */
    undo: (token: string, id: string): Promise<Result<null, LinkRefusal | Undone>> =>
      onServices<Undone>(token, id, async (tx, { programme, ask }, service, asked) => {
        if (asked.answer === null) return ok(null);
        if (asked.answer === 'right') {
          if (service.assuredAt !== todayOf({ programme }, now()) || service.assuredBy !== service.organisationName)
            return refuse('too-late');
          const before = { ...service, assuredAt: asked.wasAssuredAt, assuredBy: asked.wasAssuredBy };
          await changeService(tx, service, before, handOf(ask), { type: 'service-assurance-undone' });
        } else if (!asked.suggestion || !(await withdraw(tx, asked.suggestion))) return refuse('too-late');
        await asks.noteAnswer(tx, ask.id, id, { answer: null, at: null, wasAssuredAt: null, wasAssuredBy: null, suggestion: null });
        await answered(tx, ask, id, null);
        return ok(null);
      }),

    /** Room is theirs to say, and counts at once. */
    sayRoom: (token: string, id: string, room: RoomTold): Promise<Result<null, LinkRefusal>> =>
      opened(token, async (tx, { ask, services }): Promise<Result<null, LinkRefusal>> => {
        const service = services.find((each) => each.id === id);
        if (!service) return refuse('unknown');
        const expiresAt = new Date(now().getTime() + roomKnownDays * day);
        const unit = service.capacity?.unit ?? 'places';
        await setRoom(tx, id, { ...room, unit, updatedAt: now(), expiresAt }, byThem(ask));
        return ok(null);
      }),

    /** Sends a new link to where the first one went, a few times a day at most. Says nothing of what it is about. */
    askForNewLink: async (token: string): Promise<Result<'sent', 'unknown'>> => {
      const link = tokenForm.test(token) ? await db.outsideProgrammes((tx) => asks.assuranceOf(tx, hashOf(token), now())) : undefined;
      if (!link) return refuse('unknown');
      if (await limits.newLinks.take(link.ask)) return ok('sent');
      await db.inProgramme(link.programme, async (tx) => {
        const ask = await asks.findAsk(tx, link.ask);
        const service = ask?.services[0]?.service;
        if (ask && service) await post.queue(tx, { template: 'still-right-link', about: ask.id, to: { service }, at: now() });
      });
      return ok('sent');
    },
  };
}

/** What an asking is about now: what has stopped, has become private or is somebody else's has gone from it. */
export async function servicesAsked(tx: Tx, ask: Asked): Promise<WholeService[]> {
  const ids = ask.services.map(({ service }) => service).filter((id) => uuid.test(id));
  const found = (await servicesById(tx, ids)).filter(
    ({ organisation, status }) => organisation === ask.organisation && status === 'active',
  );
  const hidden = await hiddenAmong(tx, ids);
  return found.filter(({ id }) => !hidden.has(id));
}

/** False when somebody has decided on it already. */
async function withdraw(tx: Tx, id: string): Promise<boolean> {
  const suggestion = await findSuggestion(tx, id);
  if (suggestion?.state !== 'waiting') return false;
  await removeSuggestion(tx, id);
  return true;
}
