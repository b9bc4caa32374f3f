import type { Asker, Programme } from '../../identity/index.ts';
import type { AgreementStanding } from '../holding-back.ts';
import type { Recipient } from '../../messages/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Database, Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import type { Capacity } from '../../directory/index.ts';
import type { Rules } from '../chase.ts';
import type { Connection } from '../connection.ts';
import type { TaskKind } from '../news.ts';

/** What connections need of the post. */
export type Post = {
  queue(tx: Tx, letter: { template: string; about: string; person: string; to: Recipient; at: Date }): Promise<unknown>;
  /** Stops what has not been sent yet; answers how many letters that was. */
  stopFor(tx: Tx, which: { about: string }): Promise<number>;
};

/** Where a link worker finds what is to be done. */
export type ToDo = {
  addTask(
    tx: Tx,
    task: { person: string; kind: TaskKind; about: { kind: 'connection'; id: string }; dueOn: string; owner: string; at: Date },
  ): Promise<unknown>;
  finishTasks(tx: Tx, about: string, by: By, at: Date): Promise<unknown>;
};

/** Tells the directory what an organisation has just said of its room. */
export type NoteRoom = (tx: Tx, service: string, capacity: Capacity, by: By) => Promise<unknown>;

/** Tells the directory that a service wants no more requests before this day. */
export type PauseFull = (
  tx: Tx,
  service: string,
  until: string,
  timeZone: string,
  by: { kind: 'account' | 'organisation'; id: string },
  at: Date,
) => Promise<unknown>;

export type AgreementWith = (tx: Tx, organisation: string, today: CalendarDay) => Promise<AgreementStanding>;

export type Needs = {
  db: Database;
  now: () => Date;
  post: Post;
  toDo: ToDo;
  noteRoom: NoteRoom;
  pauseFull: PauseFull;
  everyProgramme: () => Promise<string[]>;
  agreementWith: AgreementWith;
  limits: { guesses: RateLimit; newLinks: RateLimit };
};

/** How it stands now; `fine` where the programme asks for none. */
export const standingWith = async (
  { agreementWith }: Pick<Needs, 'agreementWith'>,
  tx: Tx,
  of: Programme,
  organisation: string,
  at: Date,
) => (of.settings.sharingNeedsAgreement ? agreementWith(tx, organisation, dayIn(of.settings.timeZone, at)) : 'fine');

export const rulesOf = ({ settings }: Asker['programme']): Rules => settings;
export const aboutIt = ({ id }: Connection) => ({ kind: 'connection' as const, id });
