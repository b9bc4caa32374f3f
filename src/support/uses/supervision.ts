import { randomUUID } from 'node:crypto';
import {
  accountsById,
  type Asker,
  type Colleague,
  may,
  mayAtAll,
  reach,
  staffOf,
  teamMembers,
  thisProgramme,
} from '../../identity/index.ts';
import { nameOf, personWithin } from '../../people/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as store from '../store/supervision.ts';
import { workersWithPeople } from '../store/weights.ts';
import * as core from '../supervision.ts';
import { raiseAlert, settleAlert } from './alerts.ts';
import { byOf, type Ports, todayFor } from './needs.ts';
import type { SessionSeen, Standing, SupervisionSeen, TopicSeen, Written } from './supervision-seen.ts';

export const supervisionUses = ({ db, now, post }: Ports) => {
  const standingsOf = async (tx: Tx, workers: readonly Colleague[], timeZone: string): Promise<Standing[]> => {
    const ids = workers.map(({ id }) => id);
    const schedules = await store.schedulesOf(tx, ids);
    const standings = await store.standings(tx, ids);
    const today = dayIn(timeZone, now());
    return workers.map((worker) => {
      const schedule = schedules.find((each) => each.worker === worker.id);
      const { lastHeldOn = null, since = null } = standings.get(worker.id) ?? {};
      const everyWeeks = schedule?.everyWeeks ?? core.usualWeeks;
      const from = since ?? schedule?.setAt;
      const dueOn = from ? core.nextDueOn(lastHeldOn, dayIn(timeZone, from), everyWeeks) : null;
      return { worker, schedule, everyWeeks, lastHeldOn, dueOn, overdue: dueOn !== null && core.isOverdue(dueOn, today) };
    });
  };
  const seenBy = async (tx: Tx, asker: Asker, topics: readonly core.Topic[]): Promise<TopicSeen[]> => {
    const seen: TopicSeen[] = [];
    for (const topic of topics) {
      const person = topic.kind === 'contact' ? await personWithin(tx, asker, 'see person', topic.person) : undefined;
      seen.push({ topic, person: person?.ok ? { id: person.value.id, name: nameOf(person.value) } : undefined });
    }
    return seen;
  };
  /** Only the two whose session it is. */
  const sessionOf = async (tx: Tx, asker: Asker, id: string): Promise<core.Session | undefined> => {
    const session = uuid.test(id) ? await store.findSession(tx, id) : undefined;
    if (!session || !mayAtAll(asker, 'supervise')) return undefined;
    return session.worker === asker.id || session.supervisor === asker.id ? session : undefined;
  };
  const changed = async (
    tx: Tx,
    asker: Asker,
    { id, worker, kind }: core.Session,
    type: 'supervision-planned' | 'supervision-held' | 'supervision-moved' | 'supervision-called-off',
  ) =>
    recordEvents(tx, [
      { type, subject: { kind: 'supervision-session', id }, by: byOf(asker), at: now(), data: { linkWorker: worker, kind } },
    ]);
  const save = async (
    tx: Tx,
    asker: Asker,
    id: string,
    decide: (session: core.Session) => Result<core.Session, core.SessionRefusal>,
  ): Promise<Result<core.Session, core.SessionRefusal | 'not-found'>> => {
    const session = await sessionOf(tx, asker, id);
    if (!session) return refuse('not-found');
    const decided = decide(session);
    if (!decided.ok) return decided;
    return (await store.saveSession(tx, decided.value)) ? decided : refuse('stale');
  };
  const workerOf = async (tx: Tx, asker: Asker, id: string): Promise<Colleague | undefined> => {
    const worker = uuid.test(id) ? (await accountsById(tx, [id])).get(id) : undefined;
    return worker && may(asker, 'supervise', { by: worker.id, team: worker.team }) ? worker : undefined;
  };

  return {
    seeSupervision: (asker: Asker): Promise<SupervisionSeen> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const { timeZone } = asker.programme.settings;
        const widest = reach(asker, 'see supervision');
        if (widest === 'programme') {
          const holders = await workersWithPeople(tx);
          const workers = [
            ...(
              await accountsById(
                tx,
                holders.map(({ account }) => account),
              )
            ).values(),
          ];
          const overdue = (await standingsOf(tx, workers, timeZone)).filter((each) => each.overdue).length;
          const counts = { workers: core.countShown(workers.length, workers.length), overdue: core.countShown(overdue, workers.length) };
          return { own: undefined, team: [], toHold: [], names: new Map<string, Colleague>(), counts };
        }
        const members = asker.team ? await teamMembers(tx, asker.team) : [];
        const team = widest === 'team' ? members.filter(({ id, roles }) => id !== asker.id && roles.includes('link-worker')) : [];
        const me = members.find(({ id }) => id === asker.id);
        const sessions = await store.sessionsOf(tx, asker.id);
        const toHold = await store.sessionsBy(tx, asker.id);
        const ids = [...sessions, ...toHold].flatMap(({ worker, supervisor }) => [worker, ...(supervisor ? [supervisor] : [])]);
        const standing = me && (await standingsOf(tx, [me], timeZone))[0];
        return {
          own: standing && {
            standing,
            sessions,
            agenda: await seenBy(tx, asker, await store.agendaOf(tx, asker.id)),
            actions: await store.openActionsOf(tx, asker.id),
            checks: await store.checksOf(tx, asker.id),
          },
          team: await standingsOf(tx, team, timeZone),
          toHold,
          names: new Map([...members.map((each) => [each.id, each] as const), ...(await accountsById(tx, ids))]),
          counts: undefined,
        };
      }),

    setSchedule: (
      asker: Asker,
      worker: string,
      said: { everyWeeks: number; supervisor: string | null; outsideName: string },
    ): Promise<Result<null, 'not-found'>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const found = await workerOf(tx, asker, worker);
        const team = asker.team ? await teamMembers(tx, asker.team) : [];
        if (!found || (said.supervisor && !team.some(({ id }) => id === said.supervisor && id !== worker))) return refuse('not-found');
        await store.putSchedule(tx, { ...said, worker, setAt: now() });
        await recordEvents(tx, [
          {
            type: 'supervision-scheduled',
            subject: { kind: 'account', id: worker },
            by: byOf(asker),
            at: now(),
            data: { weeks: said.everyWeeks },
          },
        ]);
        return ok(null);
      }),

    planSession: (
      asker: Asker,
      worker: string,
      said: { onDay: CalendarDay; kind: core.SessionKind },
    ): Promise<Result<core.Session, 'not-found'>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        if (!(await workerOf(tx, asker, worker))) return refuse('not-found');
        const [schedule] = await store.schedulesOf(tx, [worker]);
        const supervisor = schedule?.supervisor ?? (asker.id === worker || schedule?.outsideName ? null : asker.id);
        const session: core.Session = {
          ...said,
          id: randomUUID(),
          worker,
          supervisor,
          outsideName: schedule?.outsideName ?? '',
          stage: 'planned',
          moves: 0,
          notes: '',
          addedAt: now(),
          rowVersion: 1,
        };
        await store.addSession(tx, session);
        await changed(tx, asker, session, 'supervision-planned');
        return ok(session);
      }),

    seeSession: (asker: Asker, id: string): Promise<SessionSeen | undefined> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const session = await sessionOf(tx, asker, id);
        if (!session) return undefined;
        return {
          session,
          agenda: session.stage === 'planned' ? await seenBy(tx, asker, await store.agendaOf(tx, session.worker)) : [],
          actions: await store.actionsIn(tx, id),
          checks: await store.checksOf(tx, session.worker, { sharedOnly: session.worker !== asker.id }),
          names: await accountsById(tx, [session.worker, ...(session.supervisor ? [session.supervisor] : [])]),
        };
      }),

    /** Saves the notes, and when it was held what was talked over and what was agreed. */
    writeSession: (asker: Asker, id: string, { notes, version, held, covered, actions }: Written) =>
      db.inProgramme(asker.programme.id, async (tx): Promise<Result<core.Session, core.SessionRefusal | 'not-found'>> => {
        const saved = await save(tx, asker, id, (session) =>
          held ? core.hold(session, notes, version, todayFor(asker, now())) : core.write(session, notes, version),
        );
        if (!saved.ok) return saved;
        const session = saved.value;
        const agreed = actions.map((action) => ({ ...action, id: randomUUID(), session: id, worker: session.worker, done: null }));
        await store.addActions(tx, agreed, now());
        if (!held) return saved;
        const agenda = await store.agendaOf(tx, session.worker);
        await store.coverTopics(
          tx,
          session,
          agenda.filter((topic) => covered.includes(topic.id)),
          now(),
          randomUUID,
        );
        await settleAlert(tx, { kind: 'supervision-overdue', about: session.worker }, byOf(asker), now());
        await changed(tx, asker, session, 'supervision-held');
        return saved;
      }),

    moveSession: (asker: Asker, id: string, onDay: CalendarDay) =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const moved = await save(tx, asker, id, (session) => core.move(session, onDay));
        if (moved.ok) await changed(tx, asker, moved.value, 'supervision-moved');
        return moved;
      }),

    callOffSession: (asker: Asker, id: string) =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const off = await save(tx, asker, id, core.callOff);
        if (off.ok) await changed(tx, asker, off.value, 'supervision-called-off');
        return off;
      }),

    addTopic: (asker: Asker, words: string): Promise<void> =>
      db.inProgramme(asker.programme.id, (tx) => store.addTopic(tx, { id: randomUUID(), worker: asker.id, words, at: now() })),

    removeTopic: (asker: Asker, id: string): Promise<boolean> =>
      db.inProgramme(asker.programme.id, async (tx) => uuid.test(id) && (await store.removeTopic(tx, asker.id, id))),

    /** Theirs alone, unless they share it; the lead is asked to get in touch only when they say so. */
    checkWellbeing: (
      asker: Asker,
      answers: Record<core.CheckQuestion, number | null>,
      { shared, askLead }: { shared: boolean; askLead: boolean },
    ): Promise<void> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        await store.addCheck(tx, { ...answers, id: randomUUID(), worker: asker.id, at: now(), shared });
        if (askLead && asker.team)
          await raiseAlert(tx, {
            kind: 'wellbeing',
            team: asker.team,
            about: { kind: 'account', id: asker.id },
            by: byOf(asker),
            at: now(),
            again: true,
            post,
          });
      }),

    /** Each morning: who has waited too long, told to their lead once; taken back when it is no longer so. */
    watchSupervision: async (programme: string): Promise<void> =>
      db.inProgramme(programme, async (tx) => {
        const { timeZone } = (await thisProgramme(tx)).settings;
        const holders = await workersWithPeople(tx);
        const accounts = await accountsById(
          tx,
          holders.map(({ account }) => account),
        );
        const active = await staffOf(tx, [...accounts.keys()]);
        const workers = [...accounts.values()].filter(({ id }) => active.some((each) => each.id === id && each.active));
        for (const { worker, overdue } of await standingsOf(tx, workers, timeZone)) {
          const team = holders.find(({ account }) => account === worker.id)?.team;
          const about = { kind: 'account', id: worker.id };
          if (overdue && team) await raiseAlert(tx, { kind: 'supervision-overdue', team, about, by: { kind: 'system' }, at: now(), post });
          else await settleAlert(tx, { kind: 'supervision-overdue', about: worker.id }, { kind: 'system' }, now());
        }
      }),
  };
};
