import { addConnections, type WholeConnection } from '../src/connections/index.ts';
import { addGap, type Gap, type Place } from '../src/directory/index.ts';
import type { Settings } from '../src/identity/index.ts';
import { addSent, type Sent } from '../src/messages/index.ts';
import { addConsents, addPeople, type Consent, letTeamsSee, type Person } from '../src/people/index.ts';
import type { Tx } from '../src/platform/database.ts';
import { type NewEvent, recordEvents } from '../src/platform/events.ts';
import { addReferrals, addSignposts, type Question, type Referral, saveQuestion, type Signpost } from '../src/referrals/index.ts';
import {
  addAttempts,
  addClosings,
  addContacts,
  addPlans,
  addSupports,
  addTasks,
  type Attempt,
  type Closing,
  type Contact,
  type Plan,
  type Support,
  type Task,
} from '../src/support/index.ts';

/** Everything that belongs to some people's stories, ready to be saved. */
export type Rows = {
  people: { person: Person; addedAt: Date }[];
  known: { person: string; team: string }[];
  consents: Consent[];
  referrals: Referral[];
  questions: { referral: string; question: Question }[];
  signposts: Signpost[];
  supports: Support[];
  tasks: Task[];
  attempts: Attempt[];
  contacts: Contact[];
  plans: Plan[];
  closings: Closing[];
  connections: WholeConnection[];
  letters: Sent[];
  gaps: { gap: Gap; place: Place | undefined }[];
  events: NewEvent[];
};

export const noRows = (): Rows => ({
  people: [],
  known: [],
  consents: [],
  referrals: [],
  questions: [],
  signposts: [],
  supports: [],
  tasks: [],
  attempts: [],
  contacts: [],
  plans: [],
  closings: [],
  connections: [],
  letters: [],
  gaps: [],
  events: [],
});

/** In the order in which they need each other, and in statements that PostgreSQL takes: it allows 65,535 values in each. */
export async function saveRows(tx: Tx, rows: Rows, settings: Settings): Promise<void> {
  const since = new Map(rows.people.map(({ person, addedAt }) => [person.id, addedAt]));
  const people = rows.people.map(({ person }) => person);
  await inParts(people, (part) => addPeople(tx, part, ({ id }) => since.get(id)!));
  await inParts(rows.known, (part) => letTeamsSee(tx, part));
  await inParts(rows.consents, (part) => addConsents(tx, part));
  await inParts(rows.referrals, (part) => addReferrals(tx, part));
  for (const { referral, question } of rows.questions) await saveQuestion(tx, referral, question);
  await inParts(rows.signposts, (part) => addSignposts(tx, part));
  await addSupports(tx, rows.supports);
  await addTasks(tx, rows.tasks);
  await addAttempts(tx, rows.attempts);
  await addContacts(tx, rows.contacts);
  await addPlans(tx, rows.plans);
  await addClosings(tx, rows.closings);
  await inParts(rows.connections, (part) => addConnections(tx, part, settings));
  await inParts(rows.letters, (part) => addSent(tx, part));
  for (const { gap, place } of rows.gaps) await addGap(tx, gap, place);
  await inParts(rows.events, (part) => recordEvents(tx, part));
}

async function inParts<T>(rows: readonly T[], save: (part: readonly T[]) => Promise<void>, size = 1500): Promise<void> {
  for (let from = 0; from < rows.length; from += size) await save(rows.slice(from, from + size));
}
