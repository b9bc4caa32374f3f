import { type Programme, thisProgramme } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf } from '../../platform/secrets.ts';
import { secretFrom } from '../core/code.ts';
import { mayAnswer, type Round } from '../core/round.ts';
import * as box from '../store/round-box.ts';
import { generalWording, holdRound } from '../store/rounds.ts';
import { askedBy, type Ports } from './rounds-needs.ts';

/** What somebody sees who opens a link or types a code: the survey, and nothing of themselves. */
export type OwnSurvey = { programme: Programme; round: Round; generalConfirmed: boolean };
type NotTaken = 'nothing-said' | { impossible: readonly string[] };
export type SurveyRefusal = 'unknown' | 'used' | 'over' | 'not-yet';

/** For whoever has a link or a code, and no account. */
export const answerRound = ({ db, now, limits }: Ports) => {
  async function behind<T, E = never>(
    typed: string,
    work: (tx: Tx, held: { own: OwnSurvey; slip: box.Slip }) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | SurveyRefusal>> {
    const hash = hashOf(secretFrom(typed));
    const found = await db.outsideProgrammes((tx) => box.roundOfSecret(tx, hash));
    if (!found) return refuse('unknown');
    return db.inProgramme(found.programme, async (tx): Promise<Result<T, E | SurveyRefusal>> => {
      // The round is held first, so that of two who press at once the second finds the slip gone.
      const round = await holdRound(tx, found.round);
      if (!round) return refuse('unknown');
      const programme = await thisProgramme(tx);
      if (round.stage === 'planned') return refuse('not-yet');
      if (!mayAnswer(round, dayIn(programme.settings.timeZone, now()))) return refuse('over');
      const slip = await box.slipOfSecret(tx, hash);
      if (!slip) return refuse('used');
      const own = { programme, round, generalConfirmed: (await generalWording(tx)) !== undefined };
      return work(tx, { own, slip });
    });
  }

  return {
    open: (typed: string): Promise<Result<OwnSurvey, SurveyRefusal>> => behind(typed, (_tx, { own }) => Promise.resolve(ok(own))),

    /** Takes the answers and tears up the slip, in one transaction. Nothing is written down of who, or of when. */
    answer: (typed: string, answers: Readonly<Record<string, number>>): Promise<Result<'taken', SurveyRefusal | NotTaken>> =>
      behind(typed, async (tx, { own, slip }): Promise<Result<'taken', NotTaken>> => {
        const asked = askedBy(own.round);
        const impossible = Object.entries(answers).filter(([id, value]) => {
          const item = asked.find((each) => each.id === id);
          return !item || !(Object.hasOwn(item.scores, value) || item.notRelevant.includes(value));
        });
        if (impossible.length) return refuse({ impossible: impossible.map(([id]) => id) });
        if (Object.keys(answers).length === 0) return refuse('nothing-said');
        await box.tearUp(tx, [slip]);
        await box.putIntoBox(tx, own.round.id, { group: slip.role, answers });
        return ok('taken');
      }),

    /** Counts a secret that opened nothing. Answers the seconds to wait, or 0. */
    countGuess: (machine: string): Promise<number> => limits.guesses.take(machine),
  };
};
