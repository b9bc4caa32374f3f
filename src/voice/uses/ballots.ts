import { randomUUID } from 'node:crypto';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Ballot, type BallotOption, type BallotResult, isOpen, resultOf, vote, type VoteRefusal } from '../core/ballot.ts';
import { sitsOn } from '../core/steering-member.ts';
import * as store from '../store/ballots.ts';
import { allMembers, memberWith } from '../store/steering-members.ts';
import { byOf, type NotReached, tell, todayOf, within } from './together-needs.ts';

export type NewBallot = {
  question: string;
  options: readonly BallotOption[];
  choose: number;
  closesOn: CalendarDay;
  about?: string | undefined;
};

/** A ballot as one member of the group sees it. `voters` of `members` have voted; `voted`: the asker has. */
export type BallotSeen = {
  ballot: Ballot;
  open: boolean;
  voters: number;
  members: number;
  isMember: boolean;
  voted: boolean;
  mayClose: boolean;
  result: BallotResult;
};

/** Opens a ballot for the steering group, in the transaction of what it is about; answers its id. Its page is /steering/ballots/:id. */
export async function openBallot(
  tx: Tx,
  asker: Asker,
  { about = '', ...asked }: NewBallot,
  at: Date,
): Promise<Result<string, 'not-yours'>> {
  if (!mayAtAll(asker, 'keep steering')) return refuse('not-yours');
  const id = randomUUID();
  await store.addBallot(tx, { ...asked, id, about, openedAt: at, closedAt: null }, asker.id);
  await tell(tx, { type: 'ballot-opened', kind: 'ballot', id, by: byOf(asker), at, data: { options: asked.options.length } });
  return ok(id);
}

/** Those about one thing, the newest first, as the asker sees them. */
export async function ballotsSeenAbout(tx: Tx, asker: Asker, about: string, at: Date): Promise<BallotSeen[]> {
  const seen: BallotSeen[] = [];
  for (const ballot of await store.ballotsAbout(tx, about)) seen.push(await asSeen(tx, asker, ballot, at));
  return seen;
}

async function asSeen(tx: Tx, asker: Asker, ballot: Ballot, at: Date): Promise<BallotSeen> {
  const today = todayOf(asker, at);
  const voters = await store.votersOf(tx, ballot.id);
  const member = await memberWith(tx, asker.id, today);
  const open = isOpen(ballot, today);
  return {
    ballot,
    open,
    voters: voters.size,
    members: (await allMembers(tx)).filter((each) => sitsOn(each, today)).length,
    isMember: member !== undefined,
    voted: member !== undefined && voters.has(member.id),
    mayClose: open && mayAtAll(asker, 'keep steering'),
    result: resultOf(ballot, open ? new Map() : await store.countsOf(tx, ballot.id), voters.size, today),
  };
}

export const ballotUses = ({ db, now }: { db: Database; now: () => Date }) => {
  const may = within(db);
  const known = (tx: Tx, id: string) => (uuid.test(id) ? store.findBallot(tx, id) : Promise.resolve(undefined));
  return {
    seeBallots: (asker: Asker): Promise<Result<Ballot[], NotReached>> =>
      may(asker, 'take part in steering', async (tx) => ok(await store.allBallots(tx))),

    seeBallot: (asker: Asker, id: string): Promise<Result<BallotSeen, NotReached>> =>
      may(asker, 'take part in steering', async (tx): Promise<Result<BallotSeen, NotReached>> => {
        const ballot = await known(tx, id);
        return ballot ? ok(await asSeen(tx, asker, ballot, now())) : refuse('not-found');
      }),

    openBallot: (asker: Asker, asked: NewBallot): Promise<Result<string, NotReached>> =>
      may(asker, 'keep steering', (tx) => openBallot(tx, asker, asked, now())),

    /** One vote for each member and question. What they chose is added to the counts, and kept nowhere beside their name. */
    vote: (
      asker: Asker,
      id: string,
      chosen: readonly string[],
    ): Promise<Result<null, NotReached | VoteRefusal | 'no-member' | 'voted-already'>> =>
      may(asker, 'take part in steering', async (tx): Promise<Result<null, NotReached | VoteRefusal | 'no-member' | 'voted-already'>> => {
        const ballot = await known(tx, id);
        if (!ballot) return refuse('not-found');
        const today = todayOf(asker, now());
        const member = await memberWith(tx, asker.id, today);
        if (!member) return refuse('no-member');
        const counts = vote(ballot, chosen, today);
        if (!counts.ok) return counts;
        return (await store.countVote(tx, id, member.id, counts.value)) ? ok(null) : refuse('voted-already');
      }),

    closeBallot: (asker: Asker, id: string): Promise<Result<null, NotReached>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<null, NotReached>> => {
        if (!(await known(tx, id))) return refuse('not-found');
        await store.closeBallot(tx, id, now());
        await tell(tx, { type: 'ballot-closed', kind: 'ballot', id, by: byOf(asker), at: now() });
        return ok(null);
      }),
  };
};
