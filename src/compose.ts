import type { Context } from 'hono';
import { letters as connectionLetters, measured, openConnections, ofPerson as connectionsOfPerson } from './connections/index.ts';
import {
  allOrganisations,
  freshnessLetters,
  openDirectory,
  openFeeds,
  openFreshness,
  openRoom,
  openShortlists,
  pauseFull,
  setRoom,
  shortlistLetters,
} from './directory/index.ts';
import { letters as accountLetters, openAccounts, openIdentity, openSetup } from './identity/index.ts';
import { type Composers, type Notify, openDelivery, openMessages } from './messages/index.ts';
import { dayIn } from './platform/calendar.ts';
import type { Tiles } from './platform/config.ts';
import type { Database } from './platform/database.ts';
import type { Jobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import { openRateLimit } from './platform/rate-limit.ts';
import { openPeople } from './people/index.ts';
import { letters as referralLetters, openReferrals, personPlace } from './referrals/index.ts';
import { addTask, beginSupport, countOpenOf, finishTasks, letters as supportLetters, openSupport } from './support/index.ts';

export type Ground = {
  db: Database;
  jobs: Jobs;
  notify: Notify;
  log: Log;
  now: () => Date;
  publicUrl: string;
  machineOf: (c: Context) => string;
  tiles?: Tiles | undefined;
};
export type Modules = ReturnType<typeof compose>;

/** Opens every module, in the order in which they need each other. */
export function compose(ground: Ground) {
  const { db, now } = ground;
  const limits = {
    address: openRateLimit(db, 'sign-in-address', { tries: 6, perSeconds: 600 }),
    machine: openRateLimit(db, 'sign-in-machine', { tries: 60, perSeconds: 600 }),
    guesses: openRateLimit(db, 'reply-guess', { tries: 20, perSeconds: 900 }),
    newLinks: openRateLimit(db, 'reply-link', { tries: 3, perSeconds: 86_400 }),
    forgottenAddress: openRateLimit(db, 'forgotten-address', { tries: 3, perSeconds: 3600 }),
    forgottenMachine: openRateLimit(db, 'forgotten-machine', { tries: 20, perSeconds: 3600 }),
    publicSearches: openRateLimit(db, 'public-searches', { tries: 600, perSeconds: 600 }),
    publicGaps: openRateLimit(db, 'public-gaps', { tries: 30, perSeconds: 3600 }),
    asking: openRateLimit(db, 'asking', { tries: 10, perSeconds: 3600 }),
    suggesting: openRateLimit(db, 'suggesting', { tries: 10, perSeconds: 3600 }),
  };
  const identity = openIdentity({ db, now, limits });
  const messages = openMessages(ground);
  const accounts = openAccounts({
    db,
    now,
    post: messages,
    limits: { address: limits.forgottenAddress, machine: limits.forgottenMachine },
    organisations: allOrganisations,
    openWorkOf: countOpenOf,
  });
  const setup = openSetup({ db, now });
  // Each module that queues letters also writes them: `...connectionLetters` and so on.
  const composers: Composers = {
    ...accountLetters,
    ...connectionLetters,
    ...freshnessLetters,
    ...referralLetters,
    ...shortlistLetters,
    ...supportLetters,
  };
  const delivery = openDelivery({ ...ground, composers });
  const people = openPeople(ground);
  const directory = openDirectory({
    ...ground,
    personPlace: (tx, asker, person) => personPlace(tx, asker, person, dayIn(asker.programme.settings.timeZone, now())),
  });
  const room = openRoom({ ...ground, behaviour: measured });
  const freshness = openFreshness({ ...ground, post: messages, limits, everyProgramme: identity.everyProgramme });
  const shortlists = openShortlists({ ...ground, post: messages, limits });
  const feeds = openFeeds({ ...ground, everyProgramme: identity.everyProgramme });
  const referrals = openReferrals({ ...ground, post: messages, beginSupport });
  const connections = openConnections({
    ...ground,
    limits,
    post: messages,
    toDo: { addTask, finishTasks: (tx, about, by, at) => finishTasks(tx, { about }, by, at) },
    noteRoom: setRoom,
    pauseFull,
    everyProgramme: identity.everyProgramme,
  });
  const support = openSupport({ ...ground, post: messages, connections: { ofPerson: connectionsOfPerson } });
  return {
    ...ground,
    accounts,
    setup,
    support,
    connections,
    limits,
    people,
    directory,
    feeds,
    freshness,
    room,
    shortlists,
    referrals,
    identity,
    messages,
    delivery,
    composers,
  };
}
