import { randomInt, randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import { nomad } from '../../measures/index.ts';
import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf } from '../../platform/secrets.ts';
import * as core from '../core/round.ts';
import type { Round, RoundDetails, RoundRole } from '../core/round.ts';
import { codeFrom } from '../core/code.ts';
import type { Site } from '../site.ts';
import * as box from '../store/round-box.ts';
import * as store from '../store/rounds.ts';
import { byOf, noteRound, type Ports, todayHere } from './rounds-needs.ts';
import { addPeople, closeRound, openRound, remindAll } from './rounds-turn.ts';
import { aboutSite, type NotReached } from './within.ts';

type Held = { site: Site; round: Round; today: string };
type Stale = { stale: Round };
export type KeepRefusal = NotReached | 'not-now' | 'too-soon' | Stale;
export type MakeRefusal = NotReached | core.DetailsRefusal | 'not-now' | Stale;

/** What whoever keeps belonging does with the rounds of a site. */
export const keepRounds = ({ db, now, post }: Ports) => {
  /** Holds a round, so that two who press at once do it once. */
  const holding = <T, E>(asker: Asker, site: string, id: string, work: (tx: Tx, held: Held) => Promise<Result<T, E>>) =>
    aboutSite(db, asker, 'keep belonging', site, async (tx, found): Promise<Result<T, E | 'not-found'>> => {
      const known = await store.roundAt(tx, found.id, id);
      const round = known && (await store.holdRound(tx, known.id));
      if (!round) return refuse('not-found');
      return work(tx, { site: found, round, today: await todayHere(tx, now()) });
    });

  const step = (
    asker: Asker,
    site: string,
    id: string,
    fits: (held: Held) => true | 'not-now' | 'too-soon',
    turn: (tx: Tx, held: Held) => Promise<boolean>,
  ): Promise<Result<Round, KeepRefusal>> =>
    holding(asker, site, id, async (tx, held): Promise<Result<Round, KeepRefusal>> => {
      const may = fits(held);
      if (may !== true) return refuse(may);
      return (await turn(tx, held)) ? ok(held.round) : refuse({ stale: held.round });
    });
  const turned = (asker: Asker, { today }: Held) => ({ by: byOf(asker), at: now(), today });

  const check = async (tx: Tx, site: string, details: RoundDetails, today: string, but?: string) => {
    const others = (await store.roundsAt(tx, site)).filter(({ id, stage }) => id !== but && stage !== 'called-off');
    const lasts = others.map(({ opensOn, closesOn, closedOn }) => ({ opensOn, closesOn: closedOn ?? closesOn }));
    return core.checkDetails(details, { today, known: nomad.items.map(({ id }) => id), lasts });
  };

  return {
    make: (asker: Asker, site: string, details: RoundDetails): Promise<Result<Round, MakeRefusal>> =>
      aboutSite(db, asker, 'keep belonging', site, async (tx, found): Promise<Result<Round, MakeRefusal>> => {
        const checked = await check(tx, found.id, details, await todayHere(tx, now()));
        if (!checked.ok) return checked;
        const stage = { stage: 'planned' as const, remindedOn: null, closedOn: null, rowVersion: 1 };
        const round: Round = { ...checked.value, ...stage, id: randomUUID(), site: found.id, siteName: found.name };
        await store.addRound(tx, round, asker.id);
        await noteRound(tx, 'survey-round-made', round, byOf(asker), now());
        return ok(round);
      }),

    change: (asker: Asker, site: string, id: string, details: RoundDetails, version: number): Promise<Result<Round, MakeRefusal>> =>
      holding(asker, site, id, async (tx, { round, site: found, today }): Promise<Result<Round, MakeRefusal>> => {
        if (round.stage !== 'planned') return refuse('not-now');
        if (round.rowVersion !== version) return refuse({ stale: round });
        const checked = await check(tx, found.id, details, today, round.id);
        if (!checked.ok) return checked;
        const changed = { ...round, ...checked.value };
        await store.saveRound(tx, changed);
        await noteRound(tx, 'survey-round-changed', changed, byOf(asker), now());
        return ok(changed);
      }),

    invite: (asker: Asker, site: string, id: string, role: RoundRole, addresses: readonly string[]): Promise<Result<number, KeepRefusal>> =>
      holding(asker, site, id, async (tx, { round }): Promise<Result<number, KeepRefusal>> => {
        if (round.stage !== 'planned' && round.stage !== 'open') return refuse('not-now');
        const people = addresses.map((address) => ({ role, address: address.toLowerCase() }));
        return ok((await addPeople(tx, post, round, people, now())).length);
      }),

    /** Takes a name off the list before the round opens; afterwards nobody sees the list. */
    uninvite: (asker: Asker, site: string, id: string, slip: string): Promise<Result<Round, KeepRefusal>> =>
      step(
        asker,
        site,
        id,
        ({ round }) => (round.stage === 'planned' ? true : 'not-now'),
        async (tx, { round }) => {
          await box.tearUp(
            tx,
            (await box.slipsOf(tx, round.id)).filter((each) => each.id === slip),
          );
          return true;
        },
      ),

    /** Codes for a sheet of paper. They are shown this once: only their hashes are kept. */
    makeCodes: (
      asker: Asker,
      site: string,
      id: string,
      role: RoundRole,
      count: number,
    ): Promise<Result<{ round: Round; codes: string[] }, KeepRefusal>> =>
      holding(asker, site, id, async (tx, { round }): Promise<Result<{ round: Round; codes: string[] }, KeepRefusal>> => {
        if (round.stage !== 'planned' && round.stage !== 'open') return refuse('not-now');
        const slips = await addPeople(
          tx,
          post,
          round,
          Array.from({ length: count }, () => ({ role, address: null })),
          now(),
        );
        const codes = slips.map((slip) => ({ slip, code: codeFrom(randomInt) }));
        await box.addSecrets(
          tx,
          codes.map(({ slip, code }) => ({ slip, hash: hashOf(code) })),
        );
        return ok({ round, codes: codes.map(({ code }) => code) });
      }),

    open: (asker: Asker, site: string, id: string) =>
      step(
        asker,
        site,
        id,
        ({ round }) => (round.stage === 'planned' ? true : 'not-now'),
        (tx, held) => openRound(tx, post, held.round, turned(asker, held)),
      ),

    remind: (asker: Asker, site: string, id: string) =>
      step(
        asker,
        site,
        id,
        ({ round, today }) => (round.stage !== 'open' ? 'not-now' : core.mayRemind(round, today) ? true : 'too-soon'),
        (tx, held) => remindAll(tx, post, held.round, turned(asker, held)),
      ),

    close: (asker: Asker, site: string, id: string) =>
      step(
        asker,
        site,
        id,
        ({ round }) => (round.stage === 'open' ? true : 'not-now'),
        (tx, held) => closeRound(tx, post, held.round, turned(asker, held)),
      ),

    callOff: (asker: Asker, site: string, id: string) =>
      step(
        asker,
        site,
        id,
        ({ round }) => (round.stage === 'planned' ? true : 'not-now'),
        async (tx, { round }) => {
          await box.tearUp(tx, await box.slipsOf(tx, round.id));
          await noteRound(tx, 'survey-round-called-off', round, byOf(asker), now());
          return store.saveRound(tx, { ...round, stage: 'called-off' });
        },
      ),

    /** Says that somebody has compared the three general questions with the published form. It holds for every round. */
    confirmWording: (asker: Asker, site: string): Promise<Result<'confirmed', NotReached>> =>
      aboutSite(db, asker, 'keep belonging', site, async (tx) => {
        await store.confirmGeneralWording(tx, await todayHere(tx, now()), asker.id);
        return ok('confirmed' as const);
      }),
  };
};
