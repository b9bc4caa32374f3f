import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Colleague, may, thisProgramme } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import { addDays, dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { referralsOf } from '../../referrals/index.ts';
import { isOver, lookAgain, type Look, type Part, partOf, type Raised } from '../raised.ts';
import { saveSeen, unsettledOf } from '../store/alerts.ts';
import * as store from '../store/raised.ts';
import { supportsOf } from '../store/supports.ts';
import { currentOf } from '../support.ts';
import { raiseAlert, settleAlert } from './alerts.ts';
import { aboutPerson, byOf, type NotReached, type Ports, type Post } from './needs.ts';
import { addTask, finishTasks } from './tasks.ts';

export type ToRaiseRisk = Pick<Raised, 'person' | 'source' | 'worries'> &
  Partial<Pick<Raised, 'about' | 'did' | 'words'>> & {
    /** The team that supports or knows the person, when not said. */
    team?: string | undefined;
    by: By;
    at: Date;
    post?: Post | undefined;
  };

/** Somebody may be in danger: it is written down, the lead is told at once, and somebody looks again tomorrow. Never refuses. */
export async function raiseRisk(tx: Tx, { by, at, post, ...said }: ToRaiseRisk): Promise<Raised> {
  const support = currentOf(await supportsOf(tx, said.person));
  const team = said.team ?? support?.team ?? (await referralsOf(tx, said.person))[0]?.team;
  if (!team) throw new Error('Nobody knows this person, so nobody can be told.');
  const raisedBy = by.kind === 'account' ? by.id : null;
  const raised: Raised = {
    about: null,
    did: [],
    words: '',
    ...said,
    id: randomUUID(),
    team,
    raisedAt: at,
    raisedBy,
    lead: null,
    worker: null,
  };
  await store.addRaised(tx, raised);
  const subject = { kind: 'risk-raised', id: raised.id };
  const { person, source } = raised;
  await recordEvents(tx, [{ type: 'risk-raised', subject, person, by, at, data: { source } }]);
  await raiseAlert(tx, { kind: 'risk-raised', team, person, about: subject, by, at, post });
  const owner = raisedBy ?? support?.linkWorker;
  const tomorrow = addDays(dayIn((await thisProgramme(tx)).settings.timeZone, at), 1);
  if (owner) await addTask(tx, { person, kind: 'look-again', about: subject, dueOn: tomorrow, owner, by, at });
  return raised;
}

export type OneRaised = { person: Person; raised: Raised; seen: RaisedSeen };

/** What somebody sees who has pressed the button, and may have to ring first. */
export type InDangerSeen = { person: Person };
export type RaisedSeen = { raised: readonly Raised[]; names: ReadonlyMap<string, Colleague>; part: (raised: Raised) => Part | undefined };

/** What was raised about somebody and is not over, and which of the looks is this reader's to take. */
export async function raisedFor(tx: Tx, asker: Asker, person: string): Promise<RaisedSeen> {
  const raised = await store.raisedOf(tx, person);
  const ids = raised.flatMap(({ raisedBy, lead, worker }) => [raisedBy, lead?.by, worker?.by]).filter((id) => id != null);
  const linkWorker = currentOf(await supportsOf(tx, person))?.linkWorker;
  return { raised, names: await accountsById(tx, ids), part: (one) => partOf(one, readerOf(asker, one, linkWorker)) };
}

const readerOf = (asker: Asker, { team }: Raised, linkWorker: string | undefined) => ({
  leads: may(asker, 'lead team', { team }),
  supports: asker.roles.includes('link-worker') || asker.id === linkWorker,
});

export async function saveLook(tx: Tx, raised: Raised, part: Part, look: Look): Promise<Result<Raised, 'looked' | 'no-note'>> {
  const looked = lookAgain(raised, part, look);
  if (!looked.ok) return looked;
  const [by, about] = [{ kind: 'account', id: look.by } as const, raised.id];
  await store.saveLooks(tx, looked.value);
  const subject = { kind: 'risk-raised', id: about };
  await recordEvents(tx, [{ type: 'risk-looked-at', subject, person: raised.person, by, at: look.at, data: { part } }]);
  if (part === 'worker') await finishTasks(tx, { about, kind: 'look-again' }, by, look.at);
  const alert = await unsettledOf(tx, 'risk-raised', about);
  if (part === 'lead' && alert && !alert.seen) await saveSeen(tx, alert.id, look);
  if (isOver(looked.value)) await settleAlert(tx, { about }, by, look.at);
  return looked;
}

export const dangerUses = ({ db, now, post }: Ports) => ({
  /** Opening the page is noted by itself: somebody may have no hand free to write. */
  openInDanger: (asker: Asker, person: string): Promise<Result<InDangerSeen, NotReached>> =>
    aboutPerson(db, asker, 'see person', person, async (tx, found) => {
      await recordEvents(tx, [{ type: 'in-danger-opened', subject: { kind: 'person', id: person }, person, by: byOf(asker), at: now() }]);
      return ok({ person: found });
    }),

  raiseRisk: (asker: Asker, person: string, said: Pick<Raised, 'worries' | 'did' | 'words'>): Promise<Result<Raised, NotReached>> =>
    aboutPerson(db, asker, 'support person', person, async (tx) => {
      const team = currentOf(await supportsOf(tx, person))?.team ?? asker.team ?? undefined;
      return ok(await raiseRisk(tx, { ...said, person, team, source: 'button', by: byOf(asker), at: now(), post }));
    }),

  seeRaised: (asker: Asker, person: string, id: string): Promise<Result<OneRaised, NotReached>> =>
    aboutPerson(db, asker, 'support person', person, async (tx, found): Promise<Result<OneRaised, NotReached>> => {
      const seen = await raisedFor(tx, asker, person);
      const raised = seen.raised.find((each) => each.id === id);
      return raised ? ok({ person: found, raised, seen }) : refuse('not-found');
    }),

  lookAgain: (asker: Asker, person: string, id: string, note: string): Promise<Result<Raised, NotReached | 'looked' | 'no-note'>> =>
    aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<Raised, NotReached | 'looked' | 'no-note'>> => {
      const raised = uuid.test(id) ? await store.holdRaised(tx, id) : undefined;
      if (raised?.person !== person) return refuse('not-found');
      const part = partOf(raised, readerOf(asker, raised, currentOf(await supportsOf(tx, person))?.linkWorker));
      return part ? saveLook(tx, raised, part, { at: now(), by: asker.id, note }) : refuse('looked');
    }),
});
