import { randomUUID } from 'node:crypto';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Ballot } from '../core/ballot.ts';
import { isOpen } from '../core/ballot.ts';
import type { Action, Decision, Meeting, Presence } from '../core/steering.ts';
import { balanceOf, type Member, type Seat, sitsOn } from '../core/steering-member.ts';
import type { Paper } from '../core/steering-paper.ts';
import { type IdeaTold, toldOnly } from '../core/suggestion.ts';
import type { Proposal, SharedDocument } from '../core/document.ts';
import { allBallots } from '../store/ballots.ts';
import { allDocuments, openProposals } from '../store/documents.ts';
import * as store from '../store/steering.ts';
import { allMembers } from '../store/steering-members.ts';
import { papersOf } from '../store/steering-papers.ts';
import { ideasAt, ideasFor } from '../store/suggestions.ts';
import { byOf, type NotReached, tell, todayOf, within } from './together-needs.ts';

export type ActionSeen = Action & { ownerName: string; mine: boolean };
export type SteeringHome = {
  next: Meeting | undefined;
  meetings: readonly Meeting[];
  balance: readonly Seat[];
  actions: readonly ActionSeen[];
  decisions: readonly Decision[];
  ballots: readonly Ballot[];
  proposals: readonly (Proposal & { title: string })[];
  ideas: number;
  today: string;
  mayKeep: boolean;
};
export type MeetingSeen = {
  meeting: Meeting;
  papers: readonly Paper[];
  /** Who may be there: those who sit in the group on its day, and whoever was. */
  members: readonly Member[];
  attendance: ReadonlyMap<string, Presence>;
  decisions: readonly Decision[];
  actions: readonly ActionSeen[];
  ideas: readonly IdeaTold[];
  proposals: readonly (Proposal & { title: string })[];
  today: string;
  mayKeep: boolean;
};
export type MeetingGiven = Pick<Meeting, 'startsAt' | 'place' | 'callLink' | 'agenda'>;

export const meetingUses = ({ db, now }: { db: Database; now: () => Date }) => {
  const may = within(db);
  const known = (tx: Tx, id: string) => (uuid.test(id) ? store.findMeeting(tx, id) : Promise.resolve(undefined));
  const keepers = (asker: Asker) => mayAtAll(asker, 'keep steering');

  async function titled(tx: Tx): Promise<(Proposal & { title: string })[]> {
    const titles = new Map((await allDocuments(tx)).map(({ id, title }: SharedDocument) => [id, title]));
    return (await openProposals(tx)).map((proposal) => ({ ...proposal, title: titles.get(proposal.document) ?? '' }));
  }
  const owned = (asker: Asker, members: readonly Member[], actions: readonly Action[]): ActionSeen[] => {
    const byId = new Map(members.map((member) => [member.id, member]));
    return actions.map((action) => {
      const owner = byId.get(action.owner);
      return { ...action, ownerName: owner?.name ?? '', mine: owner?.account === asker.id };
    });
  };

  return {
    seeSteering: (asker: Asker): Promise<Result<SteeringHome, NotReached>> =>
      may(asker, 'take part in steering', async (tx) => {
        const today = todayOf(asker, now());
        const members = await allMembers(tx);
        return ok({
          next: (await store.meetingsFrom(tx, now()))[0],
          meetings: await store.allMeetings(tx),
          balance: balanceOf(members, today),
          actions: owned(asker, members, await store.openActions(tx)),
          decisions: (await store.allDecisions(tx)).slice(0, 10),
          ballots: (await allBallots(tx)).filter((ballot) => isOpen(ballot, today)),
          proposals: await titled(tx),
          ideas: (await ideasAt(tx, ['looking'])).filter(({ told }) => told).length,
          today,
          mayKeep: keepers(asker),
        });
      }),

    seeMeeting: (asker: Asker, id: string): Promise<Result<MeetingSeen, NotReached>> =>
      may(asker, 'take part in steering', async (tx): Promise<Result<MeetingSeen, NotReached>> => {
        const meeting = await known(tx, id);
        if (!meeting) return refuse('not-found');
        const day = todayOf(asker, meeting.startsAt);
        const everybody = await allMembers(tx);
        const attendance = await store.attendanceOf(tx, id);
        const ideas = [...(await ideasFor(tx, id)), ...(await ideasAt(tx, ['looking']))].filter(({ told }) => told);
        return ok({
          meeting,
          papers: await papersOf(tx, id),
          members: everybody.filter((member) => sitsOn(member, day) || attendance.has(member.id)),
          attendance,
          decisions: await store.decisionsOf(tx, id),
          actions: owned(asker, everybody, await store.actionsOf(tx, id)),
          ideas: [...new Map(ideas.map((idea) => [idea.id, toldOnly(idea)])).values()],
          proposals: await titled(tx),
          today: todayOf(asker, now()),
          mayKeep: keepers(asker),
        });
      }),

    planMeeting: (asker: Asker, given: MeetingGiven): Promise<Result<string, NotReached>> =>
      may(asker, 'keep steering', async (tx) => {
        const id = randomUUID();
        await store.addMeeting(tx, { ...given, id, notes: '', stage: 'planned', rowVersion: 1 });
        await tell(tx, { type: 'meeting-planned', kind: 'meeting', id, by: byOf(asker), at: now() });
        return ok(id);
      }),

    changeMeeting: (
      asker: Asker,
      id: string,
      given: MeetingGiven & { calledOff: boolean },
      version: number,
    ): Promise<Result<null, NotReached | { stale: Meeting }>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<null, NotReached | { stale: Meeting }>> => {
        const before = await known(tx, id);
        if (!before) return refuse('not-found');
        const { calledOff, ...details } = given;
        const stage = calledOff ? 'called-off' : before.stage === 'called-off' ? 'planned' : before.stage;
        if (!(await store.saveMeeting(tx, { ...before, ...details, stage, rowVersion: version }))) return refuse({ stale: before });
        await tell(tx, { type: 'meeting-changed', kind: 'meeting', id, by: byOf(asker), at: now(), data: { stage } });
        return ok(null);
      }),

    /** Who was there, and what was said beside the decisions. */
    noteMeeting: (
      asker: Asker,
      id: string,
      { attendance, notes }: { attendance: ReadonlyMap<string, Presence>; notes: string },
      version: number,
    ): Promise<Result<null, NotReached | { stale: Meeting }>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<null, NotReached | { stale: Meeting }>> => {
        const before = await known(tx, id);
        if (!before) return refuse('not-found');
        if (!(await store.saveMeeting(tx, { ...before, notes, stage: 'held', rowVersion: version }))) return refuse({ stale: before });
        const members = new Set((await allMembers(tx)).map((member) => member.id));
        await store.setAttendance(tx, id, new Map([...attendance].filter(([member]) => members.has(member))));
        await tell(tx, { type: 'meeting-held', kind: 'meeting', id, by: byOf(asker), at: now(), data: { there: attendance.size } });
        return ok(null);
      }),
  };
};
