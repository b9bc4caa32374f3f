import { agreedTimes, becameContact, openCalendar } from '../../src/calendar/index.ts';
import { moveConnections, ofPerson, openRecalling, toldOf } from '../../src/connections/index.ts';
import type { Database, Tx } from '../../src/platform/database.ts';
import { openConsents, openDeaths, openExtracts, openPeople, openReachings } from '../../src/people/index.ts';
import type { By } from '../../src/platform/events.ts';
import { coursesBetween } from '../../src/referrals/index.ts';
import { addTask, beingMeasured, finishTasks, noteNotThere, openSupport, stopSupportTasks, workerOf } from '../../src/support/index.ts';
import { changesOf, openMeasures } from '../../src/measures/index.ts';
import type { Clock } from '../clock.ts';
import { idOf } from '../random.ts';

/** What is told of the work with people: by whom, when, through the same doors as anybody else. */
export type Work = { db: Database; clock: Clock; at: ReturnType<typeof openWorkers> };

/** Somebody of the story by the name that they were referred with. */
export const person = (name: string): string => idOf(`person ${name}`);

/** The modules as they were at some instant. Nothing leaves the house, and nothing is left for later. */
export const openWorkers = (db: Database) => (instant: Date) => {
  const ports = {
    db,
    now: () => instant,
    post: { queue: () => Promise.resolve() },
    connections: { ofPerson },
    appointments: { ...agreedTimes, becameContact },
    measures: { changes: changesOf },
    moves: { connections: moveConnections, appointments: () => Promise.resolve([]) },
  };
  const toDo = { addTask, finishTasks: (tx: Tx, about: string, by: By, when: Date) => finishTasks(tx, { about }, by, when) };
  const consents = openConsents({
    ...ports,
    toldOf,
    serviceNames: () => Promise.resolve(new Map()),
    takeBack: openRecalling({ now: ports.now, post: { ...ports.post, stopFor: () => Promise.resolve(0) }, toDo }).takeBack,
    stopMessages: () => Promise.resolve(0),
    remind: () => Promise.resolve(),
    pullStories: () => Promise.resolve(),
  });
  const extracts = openExtracts({ ...ports, courses: coursesBetween });
  const deaths = openDeaths({ ...ports, whenDied: [stopSupportTasks], workerOf });
  const nothing = () => Promise.resolve();
  const calendar = openCalendar({
    ...ports,
    post: { queue: nothing, stopFor: nothing },
    noteTry: (tx, asker, tried) => noteNotThere(tx, asker, { ...tried, channel: tried.kind === 'call' ? 'phone' : 'visit' }, instant),
    everyProgramme: () => Promise.resolve([]),
    limits: { guesses: { take: () => Promise.resolve(0), forget: nothing } },
  });
  const reachings = openReachings({ ...ports, lookAgain: nothing, tellStopped: nothing });
  const measures = openMeasures({
    ...ports,
    support: {
      of: beingMeasured,
      raiseRisk: nothing,
      answersCame: (tx, { person: who, measure, askedBy, on, at }) =>
        addTask(tx, { person: who, kind: 'measure-answered', about: { kind: 'measure', id: measure }, owner: askedBy, dueOn: on, at }),
    },
    limits: { guesses: { take: () => Promise.resolve(0) } },
  });
  return { measures, calendar, consents, deaths, reachings, extracts, people: openPeople(ports), support: openSupport(ports) };
};
