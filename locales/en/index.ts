import { about } from './about.ts';
import { aboutPerson, aboutPersonNotices } from './about-person.ts';
import { accountNotices, accounts } from './accounts.ts';
import { areaNotices, areas } from './areas.ts';
import { agreementNotices, agreements } from './agreements.ts';
import { caseloadNotices, caseloads } from './caseload.ts';
import { extractNotices, extracts } from './extracts.ts';
import { change, changeNotices } from './change.ts';
import { consent, consentNotices } from './consent.ts';
import { calendar, calendarNotices } from './calendar.ts';
import { coding, codingNotices } from './coding.ts';
import { connectionNotices, connections } from './connections.ts';
import { asking } from './asking.ts';
import { belonging, belongingNotices } from './belonging.ts';
import { design } from './design.ts';
import { supervision, supervisionNotices } from './supervision.ts';
import { contactNotices, contacts } from './contacts.ts';
import { draftNotices, drafts } from './drafts.ts';
import { died, diedNotices } from './died.ts';
import { directory, directoryNotices } from './directory.ts';
import { freshness, freshnessNotices } from './freshness.ts';
import { finding, findingNotices } from './finding.ts';
import { csv, csvNotices } from './csv.ts';
import { editing, editingNotices } from './editing.ts';
import { ending, endingEvents, endingNotices } from './ending.ts';
import { feedNotices, feeds } from './feeds.ts';
import { identity, notices, problems } from './identity.ts';
import { joining, joiningNotices } from './joining.ts';
import { measureNotices, measures } from './measures.ts';
import { messageNotices, messages } from './messages.ts';
import { needsNotices, needsProfile } from './needs-profile.ts';
import { people, peopleNotices } from './people.ts';
import { planEvents, planNotices } from './plan.ts';
import { posting, postingNotices } from './posting.ts';
import { practiceReport, practiceReportNotices } from './practice-report.ts';
import { publicDirectory, publicNotices } from './public.ts';
import { reaching, reachingNotices } from './reaching.ts';
import { referralNotices, referrals } from './referrals.ts';
import { room, roomNotices } from './room.ts';
import { roundNotices, rounds } from './rounds.ts';
import { survey } from './survey.ts';
import { safety, safetyNotices } from './safety.ts';
import { sharing } from './sharing.ts';
import { sites } from './sites.ts';
import { steering, steeringNotices } from './steering.ts';
import { together, togetherNotices } from './together.ts';
import { shortlistNotices, shortlists } from './shortlists.ts';
import { stories, storyNotices } from './stories.ts';
import { type EventData, type EventNames, support, supportNotices } from './support.ts';
import { taxonomies, taxonomyNotices } from './taxonomies.ts';
import { toolNotices, tools } from './tools.ts';

/** Every type of event in words, for a person's timeline. */
const timeline: Record<string, (data: EventData, names: EventNames) => string> = {
  ...aboutPerson.events,
  ...accounts.events,
  ...areas.events,
  ...needsProfile.events,
  ...belonging.events,
  ...agreements.events,
  ...change.events,
  ...caseloads.events,
  ...calendar.events,
  ...coding.events,
  ...connections.events,
  ...contacts.events,
  ...supervision.events,
  ...consent.events,
  ...extracts.events,
  ...died.events,
  ...directory.events,
  ...feeds.events,
  ...csv.events,
  ...editing.events,
  ...joining.events,
  ...measures.events,
  ...messages.events,
  ...people.events,
  ...freshness.events,
  ...publicDirectory.events,
  ...planEvents,
  ...endingEvents,
  ...reaching.events,
  ...referrals.events,
  ...rounds.events,
  ...safety.events,
  ...shortlists.events,
  ...stories.events,
  ...support.events,
  ...taxonomies.events,
  ...steering.events,
  ...together.events,
  ...tools.events,
};

export const en = {
  about,
  aboutPerson,
  accounts,
  areas,
  needsProfile,
  agreements,
  asking,
  belonging,
  calendar,
  caseloads,
  change,
  coding,
  connections,
  contacts,
  supervision,
  consent,
  extracts,
  csv,
  design,
  drafts,
  died,
  directory,
  feeds,
  editing,
  ending,
  finding,
  freshness,
  identity,
  joining,
  measures,
  messages,
  people,
  rounds,
  survey,
  notices: {
    ...notices,
    ...aboutPersonNotices,
    ...accountNotices,
    ...areaNotices,
    ...needsNotices,
    ...agreementNotices,
    ...changeNotices,
    ...caseloadNotices,
    ...belongingNotices,
    ...calendarNotices,
    ...codingNotices,
    ...connectionNotices,
    ...consentNotices,
    ...extractNotices,
    ...diedNotices,
    ...directoryNotices,
    ...draftNotices,
    ...contactNotices,
    ...supervisionNotices,
    ...feedNotices,
    ...csvNotices,
    ...editingNotices,
    ...findingNotices,
    ...freshnessNotices,
    ...joiningNotices,
    ...measureNotices,
    ...messageNotices,
    ...peopleNotices,
    ...planNotices,
    ...endingNotices,
    ...postingNotices,
    ...practiceReportNotices,
    ...publicNotices,
    ...reachingNotices,
    ...referralNotices,
    ...roomNotices,
    ...roundNotices,
    ...safetyNotices,
    ...shortlistNotices,
    ...storyNotices,
    ...supportNotices,
    ...taxonomyNotices,
    ...toolNotices,
    ...steeringNotices,
    ...togetherNotices,
  },
  posting,
  practiceReport,
  problems,
  publicDirectory,
  reaching,
  referrals,
  room,
  safety,
  sharing,
  sites,
  steering,
  together,
  shortlists,
  stories,
  support,
  taxonomies,
  timeline,
  tools,
};

export type Words = typeof en;
