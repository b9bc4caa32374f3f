import { randomUUID } from 'node:crypto';
import type { Need } from '../../directory/index.ts';
import { allPractices, allTeams, type Asker, may, type Programme } from '../../identity/index.ts';
import {
  addPerson,
  type Candidate,
  letTeamsSee,
  type Likely,
  likelyMatches,
  type NewPerson,
  type Person,
  personFor,
  recordConsent,
} from '../../people/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as core from '../referral.ts';
import type { Signpost } from '../signpost.ts';
import * as store from '../store.ts';
import { byOf, type Needs, recordChange } from './needs.ts';

export type Who = { typed: Candidate & Pick<NewPerson, 'phone' | 'safeContact'>; chosen: { person: string } | 'new' | undefined };
export type Asked = { who: Who; needs: readonly Need[]; note: string };
export type SendRefusal =
  { name: 'likely'; likely: Likely[] } | { name: 'number-taken'; likely: Likely[] } | { name: 'no-team' } | { name: 'not-yours' };
type From = Pick<core.Referral, 'source' | 'referredBy' | 'practice'> & { settings: Asker['programme']['settings']; by: By };
export type AskedByAnybody = { person: NewPerson; source: 'self' | 'family'; needs: readonly Need[]; note: string };

/** Referring somebody, giving them information instead, and asking for oneself. */
export function sendUses({ db, now }: Needs) {
  return {
    /** Finds or adds the person, records that they agreed, and puts the referral in the right team's queue: all of it, or nothing. */
    send: (asker: Asker, { who, needs, note }: Asked): Promise<Result<core.Referral, SendRefusal>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const team = await teamFor(tx, asker);
        if (!team) return refuse({ name: 'no-team' });
        const person = await settlePerson(tx, asker, who);
        if (!person.ok) return person;
        await recordConsent(tx, { person: person.value.id, purpose: 'support', askedBy: asker.id, at: now() });
        const source = asker.practice ? 'practice' : 'team';
        const from = {
          referredBy: asker.id,
          practice: asker.practice,
          source,
          settings: asker.programme.settings,
          by: byOf(asker),
        } as const;
        const referral = await put(tx, from, { person: person.value.id, team, needs, note });
        return ok(referral);
      }),

    /**
     * Somebody asks on the public page. They are never shown who is known here, so they are always added as somebody new;
     * the team sees who they may be, and can say that it is one person.
     */
    askedByAnybody: (
      programme: Programme,
      { person: details, source, needs, note }: AskedByAnybody,
    ): Promise<Result<core.Referral, 'no-team'>> =>
      db.inProgramme(programme.id, async (tx) => {
        const practices = await allPractices(tx);
        const practice = practices.find(({ id }) => id === details.practice);
        const team = practice?.team ?? (await allTeams(tx))[0]?.id;
        if (!team) return refuse('no-team');
        const healthNumber =
          details.healthNumber && (await likelyMatches(tx, details)).some(({ because }) => because === 'number')
            ? null
            : details.healthNumber;
        const person = await addPerson(tx, { ...details, healthNumber, practice: practice?.id ?? null }, { kind: 'system' }, now());
        await recordConsent(tx, { person: person.id, purpose: 'support', askedBy: null, at: now() });
        const from = {
          referredBy: null,
          practice: practice?.id ?? null,
          source,
          settings: programme.settings,
          by: { kind: 'person', id: person.id } as const,
        };
        return ok(await put(tx, from, { person: person.id, team, needs, note }));
      }),
    /** Records that information was given. Nobody is referred, and no team sees it. */
    signpost: (
      asker: Asker,
      { who, needs, given, to, note }: Pick<Signpost, 'needs' | 'given' | 'to' | 'note'> & { who: Who | undefined },
    ): Promise<Result<Signpost, SendRefusal>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        if (!may(asker, 'refer', { practice: asker.practice })) return refuse({ name: 'not-yours' });
        const person = who && (await settlePerson(tx, asker, who));
        if (person && !person.ok) return person;
        const personId = person?.value.id ?? null;
        const signpost = {
          id: randomUUID(),
          person: personId,
          needs,
          given,
          ...(to && { to }),
          note,
          givenBy: asker.id,
          practice: asker.practice,
          givenAt: now(),
        };
        await store.addSignposts(tx, [signpost]);
        await recordEvents(tx, [
          {
            type: 'signpost-given',
            subject: { kind: 'signpost', id: signpost.id },
            ...(personId && { person: personId }),
            by: byOf(asker),
            at: now(),
            data: { needs },
          },
        ]);
        return ok(signpost);
      }),
  };

  async function put(
    tx: Tx,
    { settings, by, ...from }: From,
    what: { person: string; team: string; needs: readonly Need[]; note: string },
  ): Promise<core.Referral> {
    const id = await unusedId(tx);
    const details = { ...from, ...what, id, reference: core.referenceOf(id), receivedAt: now() };
    const change = core.receive(details, dayIn(settings.timeZone, now()), settings.decideWithinDays);
    await letTeamsSee(tx, [what]);
    await store.addReferrals(tx, [change.state]);
    await recordChange(tx, change, by, now());
    return change.state;
  }
  /** Nobody is added twice unless somebody has looked at who is there and said that this is another person. */
  async function settlePerson(tx: Tx, asker: Asker, { typed, chosen }: Who): Promise<Result<Person, SendRefusal>> {
    const likely = await likelyMatches(tx, typed);
    const holder = likely.find(({ because }) => because === 'number')?.person.id;
    if (holder && chosen && (chosen === 'new' || chosen.person !== holder)) return refuse({ name: 'number-taken', likely });
    if (chosen === 'new' || (!likely.length && !chosen)) {
      return ok(await personFor(tx, { new: { ...typed, practice: asker.practice } }, byOf(asker), now()));
    }
    const same = chosen && likely.find(({ person }) => person.id === chosen.person);
    if (!same) return refuse({ name: 'likely', likely });
    return ok(await personFor(tx, { known: same.person, learnt: { ...typed, practice: asker.practice } }, byOf(asker), now()));
  }
}

async function teamFor(tx: Tx, asker: Asker): Promise<string | undefined> {
  if (asker.practice) return (await allPractices(tx)).find(({ id }) => id === asker.practice)?.team;
  return asker.team ?? undefined;
}

/** Two of a hundred thousand references may be alike; nobody is ever given one that stands for somebody else. */
async function unusedId(tx: Tx): Promise<string> {
  const id = randomUUID();
  return (await store.hasReference(tx, core.referenceOf(id))) ? unusedId(tx) : id;
}
