import {
  agreedTimes,
  atOnce,
  becameContact,
  handOverAppointments,
  letters as calendarLetters,
  openCalendar,
  stopAppointments,
} from './calendar/index.ts';
import {
  letters as connectionLetters,
  measured,
  moveConnections,
  openConnections,
  ofPerson as connectionsOfPerson,
  bothAt,
  toldOf,
} from './connections/index.ts';
import {
  allOrganisations,
  freshnessLetters,
  openDirectory,
  openFeeds,
  openFreshness,
  openRoom,
  openShortlists,
  pauseFull,
  servicesById,
  setRoom,
  shortlistLetters,
} from './directory/index.ts';
import { openDrafts } from './drafts/index.ts';
import { agreementWith, changeLetters, reportLetters, roundLetters } from './embedding/index.ts';
import { ideaLetters, storyLetters } from './voice/index.ts';
import { letters as accountLetters, openAccounts, openIdentity, openSetup } from './identity/index.ts';
import { changesOf, letters as measureLetters, openMeasures, withdrawOpenMeasures } from './measures/index.ts';
import { type Composers, openDelivery, openMessages, type Reaching } from './messages/index.ts';
import { dayIn } from './platform/calendar.ts';
import { composeBelonging, storiesFollow } from './compose-belonging.ts';
import type { Ground } from './ground.ts';
import { openLimits } from './limits.ts';
import {
  openConsents,
  openExtracts,
  openMerging,
  openOptOuts,
  openDeaths,
  openPosting,
  openReachings,
  openPeople,
  openSharing,
  peopleLetters,
  reachNow,
  stopLink,
  whyNotTo,
} from './people/index.ts';
import { coursesBetween, letters as referralLetters, openReferrals, personPlace } from './referrals/index.ts';
import {
  addTask,
  alertLetters,
  beginSupport,
  beingMeasured,
  countPeopleWith,
  coverOf,
  endWaitFor,
  finishTasks,
  noteNotThere,
  goOnWith,
  openSupportsOf,
  handoverLetters,
  loadOf,
  watchAccount,
  letters as supportLetters,
  openSupport,
  stopSupportTasks,
  askWorker,
  workerOf,
  openPlanSharing,
  planLetters,
  endingLetters,
  raiseRisk,
} from './support/index.ts';

/** What tells a practice how somebody is. */
const toPractice = [...Object.keys(referralLetters), 'support-closed', 'could-not-be-reached'];

export type Modules = ReturnType<typeof compose>;

/** Opens every module, in the order in which they need each other. */
export function compose(ground: Ground) {
  const { db, now } = ground;
  const limits = openLimits(db);
  const identity = openIdentity({ db, now, limits });
  const messages = openMessages({ ...ground, coverOf });
  const accounts = openAccounts({
    db,
    now,
    post: messages,
    limits: { address: limits.forgottenAddress, machine: limits.forgottenMachine },
    organisations: allOrganisations,
    openWorkOf: countPeopleWith,
    accountChanged: watchAccount,
  });
  const drafts = openDrafts(ground);
  const setup = openSetup({ db, now });
  // Each module that queues letters also writes them: `...connectionLetters` and so on.
  const composers: Composers = {
    ...accountLetters,
    ...calendarLetters,
    ...connectionLetters,
    ...freshnessLetters,
    ...referralLetters,
    ...shortlistLetters,
    ...supportLetters,
    ...handoverLetters,
    ...planLetters,
    ...endingLetters,
    ...alertLetters,
    ...peopleLetters,
    ...measureLetters,
    ...changeLetters,
    ...roundLetters,
    ...reportLetters,
    ...ideaLetters,
    ...storyLetters,
  };
  const forMessage =
    (kind: 'tell-person' | 'post-letter'): Reaching['tellByHand'] =>
    (tx, { person, message, at }) =>
      askWorker(tx, { person, kind, about: { kind: 'message', id: message }, at });
  const reaching: Reaching = {
    reach: reachNow,
    whyNotTo,
    stopLink,
    tellByHand: forMessage('tell-person'),
    postByHand: forMessage('post-letter'),
  };
  const delivery = openDelivery({ ...ground, composers, reaching });
  const people = openPeople(ground);
  const directory = openDirectory({
    ...ground,
    personPlace: (tx, asker, person) => personPlace(tx, asker, person, dayIn(asker.programme.settings.timeZone, now())),
  });
  const room = openRoom({ ...ground, behaviour: measured });
  const freshness = openFreshness({ ...ground, post: messages, limits, everyProgramme: identity.everyProgramme });
  const shortlists = openShortlists({ ...ground, post: messages, limits });
  const feeds = openFeeds({ ...ground, everyProgramme: identity.everyProgramme });
  const referrals = openReferrals({ ...ground, post: messages, loadOf, beginSupport });
  const connections = openConnections({
    ...ground,
    limits,
    post: messages,
    toDo: {
      addTask,
      finishTasks: async (tx, about, by, at) => {
        await finishTasks(tx, { about }, by, at);
        await endWaitFor({ ofPerson: connectionsOfPerson })(tx, about, by, at);
      },
    },
    noteRoom: setRoom,
    pauseFull,
    agreementWith,
    everyProgramme: identity.everyProgramme,
  });
  const planSharing = openPlanSharing({ ...ground, post: messages, guesses: limits.guesses });
  const consents = openConsents({
    ...ground,
    toldOf,
    serviceNames: async (tx, ids) => new Map((await servicesById(tx, ids)).map(({ id, name }) => [id, name])),
    takeBack: connections.recalling.takeBack,
    stopMessages: (tx, person, which) =>
      messages.stopFor(tx, which === 'to-them' ? { person, to: 'person' } : { person, templates: toPractice }, 'consent-withdrawn'),
    remind: (tx, asker, person, at) =>
      addTask(tx, {
        person,
        kind: 'consent-support',
        owner: asker.id,
        by: { kind: 'account', id: asker.id },
        dueOn: dayIn(asker.programme.settings.timeZone, at),
        at,
      }),
    pullStories: (tx, asker, person) => storiesFollow.whenSaidNo(tx, person, { kind: 'account', id: asker.id }, now()),
  });
  const reachings = openReachings({
    ...ground,
    lookAgain: messages.lookAgain,
    tellStopped: (tx, person, at) => askWorker(tx, { person, kind: 'messages-stopped', at }),
  });
  const posting = openPosting({
    ...ground,
    messagesAbout: messages.messagesAbout,
    lettersToPrint: messages.lettersToPrint,
    ...delivery.byHand,
    finishTasks: (tx, message, by, at) => finishTasks(tx, { about: message }, by, at),
  });
  const deaths = openDeaths({
    ...ground,
    post: messages,
    workerOf,
    whenDied: [
      async (tx, { person }) =>
        (await messages.stopTo(tx, person, 'died')).map(({ id, template }) => ({ kind: 'message', id, what: template })),
      async (tx, { asker, person }) =>
        (await connections.callOffAll(tx, asker, person)).map((id) => ({ kind: 'connection', id, what: '' })),
      stopSupportTasks,
      async (tx, { asker, person }) =>
        (await withdrawOpenMeasures(tx, person, { kind: 'account', id: asker.id }, now())).map(({ id, instrument }) => ({
          kind: 'measure',
          id,
          what: instrument,
        })),
      async (tx, { asker, person }) =>
        (await stopAppointments(tx, person, { kind: 'account', id: asker.id }, now())).map((id) => ({ kind: 'appointment', id, what: '' })),
      storiesFollow.whenDied,
    ],
  });
  const measures = openMeasures({
    ...ground,
    limits,
    post: messages,
    support: {
      of: beingMeasured,
      raiseRisk: (tx, { person, team, measure, worries, words, by, at }) =>
        raiseRisk(tx, {
          ...{ person, by, at, source: 'measure', worries, words, about: { kind: 'measure', id: measure }, post: messages },
          ...(team && { team }),
        }),
      answersCame: (tx, { person, measure, askedBy, on, at }) =>
        addTask(tx, { person, kind: 'measure-answered', about: { kind: 'measure', id: measure }, owner: askedBy, dueOn: on, at }),
    },
  });
  const optOuts = openOptOuts({ db, now });
  const extracts = openExtracts({ db, now, courses: coursesBetween });
  const merging = openMerging({ db, now, openSupports: openSupportsOf, goOnWith, bothAt, atOnce });
  const sharing = openSharing({ db, toldOf, lettersAbout: messages.lettersAbout });
  const calendar = openCalendar({
    ...ground,
    post: messages,
    limits,
    everyProgramme: identity.everyProgramme,
    noteTry: (tx, asker, { kind, ...tried }) =>
      noteNotThere(tx, asker, { ...tried, channel: kind === 'call' || kind === 'video' ? 'phone' : 'visit' }, now()),
  });
  const support = openSupport({
    measures: { changes: changesOf },
    appointments: { ...agreedTimes, becameContact },
    ...ground,
    post: messages,
    moves: {
      connections: moveConnections,
      appointments: (tx, which) => handOverAppointments(tx, { ...which, by: { kind: 'system' }, at: now() }),
    },
    connections: { ofPerson: connectionsOfPerson },
  });
  const belonging = composeBelonging({ ...ground, limits, post: messages, everyProgramme: identity.everyProgramme });
  return {
    ...ground,
    belonging,
    accounts,
    calendar,
    drafts,
    setup,
    support,
    planSharing,
    consents,
    deaths,
    posting,
    reachings,
    sharing,
    merging,
    optOuts,
    extracts,
    connections,
    measures,
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
    reaching,
    composers,
  };
}
