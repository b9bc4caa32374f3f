import { about } from './about.ts';
import { accountNotices, accounts } from './accounts.ts';
import { connectionNotices, connections } from './connections.ts';
import { asking } from './asking.ts';
import { design } from './design.ts';
import { directory, directoryNotices } from './directory.ts';
import { freshness, freshnessNotices } from './freshness.ts';
import { finding, findingNotices } from './finding.ts';
import { csv, csvNotices } from './csv.ts';
import { editing, editingNotices } from './editing.ts';
import { feedNotices, feeds } from './feeds.ts';
import { identity, notices, problems } from './identity.ts';
import { messageNotices, messages } from './messages.ts';
import { people, peopleNotices } from './people.ts';
import { publicDirectory, publicNotices } from './public.ts';
import { referralNotices, referrals } from './referrals.ts';
import { room, roomNotices } from './room.ts';
import { shortlistNotices, shortlists } from './shortlists.ts';
import { type EventData, type EventNames, support, supportNotices } from './support.ts';
import { taxonomies, taxonomyNotices } from './taxonomies.ts';

/** Every type of event in words, for a person's timeline. */
const timeline: Record<string, (data: EventData, names: EventNames) => string> = {
  ...accounts.events,
  ...connections.events,
  ...directory.events,
  ...feeds.events,
  ...csv.events,
  ...editing.events,
  ...messages.events,
  ...people.events,
  ...freshness.events,
  ...publicDirectory.events,
  ...referrals.events,
  ...shortlists.events,
  ...support.events,
  ...taxonomies.events,
};

export const en = {
  about,
  accounts,
  asking,
  connections,
  csv,
  design,
  directory,
  feeds,
  editing,
  finding,
  freshness,
  identity,
  messages,
  people,
  notices: {
    ...notices,
    ...accountNotices,
    ...connectionNotices,
    ...directoryNotices,
    ...feedNotices,
    ...csvNotices,
    ...editingNotices,
    ...findingNotices,
    ...freshnessNotices,
    ...messageNotices,
    ...peopleNotices,
    ...publicNotices,
    ...referralNotices,
    ...roomNotices,
    ...shortlistNotices,
    ...supportNotices,
    ...taxonomyNotices,
  },
  problems,
  publicDirectory,
  referrals,
  room,
  shortlists,
  support,
  taxonomies,
  timeline,
};

export type Words = typeof en;
