import {
  accountsById,
  allPractices,
  allTeams,
  type Asker,
  type Colleague,
  mayAtAll,
  type Practice,
  type Team,
} from '../../identity/index.ts';
import { povertyQuestion } from '../../measures/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isTargeted, type Prompting } from '../core/tools-prompt.ts';
import type { Slot, TextVersion, ToolText } from '../core/tools-text.ts';
import * as store from '../store/tools.ts';
import { byOf, type NotReached, type ToolPorts } from './tools-needs.ts';

/** What a programme says instead of our own words; what is not in it is ours. */
export type OwnWords = ReadonlyMap<ToolText, string>;
export type Facts = Readonly<Record<Slot, string>>;
export type Question = Awaited<ReturnType<typeof povertyQuestion>>;
/** What stands beside the form on which a referral is written. */
export type ReferAids = { words: OwnWords; facts: Facts; question: Question; prompting: Prompting | undefined };
export type ToolsSeen = {
  words: OwnWords;
  facts: Facts;
  question: Question;
  practices: readonly Practice[];
  prompting: readonly Prompting[];
  mayKeep: boolean;
};
export type LeafletSeen = { words: OwnWords; facts: Facts; teams: readonly Team[]; team: string | undefined; question: Question };
export type TextSeen = { own: string | undefined; versions: readonly TextVersion[]; names: ReadonlyMap<string, Colleague> };
export type PromptingSeen = { practice: Practice; prompting: Prompting };

export const toolUses = ({ db, now }: Pick<ToolPorts, 'db' | 'now'>) => {
  const forKeepers = <T, E>(asker: Asker, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E | NotReached>> =>
    mayAtAll(asker, 'keep practice tools') ? db.inProgramme(asker.programme.id, work) : Promise.resolve(refuse('not-yours'));
  const question = (tx: Tx, asker: Asker) => povertyQuestion(tx, dayIn(asker.programme.settings.timeZone, now()));

  /** The team whose number is given: the asker's own or their practice's, or the one that they chose. */
  async function placed(tx: Tx, asker: Asker, chosen?: string) {
    const [practices, teams] = [await allPractices(tx), await allTeams(tx)];
    const practice = practices.find(({ id }) => id === asker.practice);
    const own = asker.team ?? practice?.team;
    const team = teams.find(({ id }) => id === (own ?? chosen)) ?? teams[0];
    const { settings, name } = asker.programme;
    const facts: Facts = {
      programme: name,
      phone: team?.phone ?? '',
      practice: practice?.name ?? '',
      'decide days': String(settings.decideWithinDays),
      'first days': String(settings.firstAttemptWithinDays),
    };
    return { practices, teams: own ? [] : teams, team: team?.id, facts };
  }

  async function save(
    tx: Tx,
    asker: Asker,
    version: Omit<TextVersion, 'savedAt' | 'savedBy'>,
  ): Promise<Result<'saved', 'changed-meanwhile'>> {
    const at = now();
    if (!(await store.addVersion(tx, { ...version, savedAt: at, savedBy: asker.id }))) return refuse('changed-meanwhile');
    await recordEvents(tx, [
      {
        ...{ type: version.words === null ? 'tool-text-restored' : 'tool-text-changed', by: byOf(asker), at },
        subject: { kind: 'programme', id: asker.programme.id },
        data: { name: version.name, version: version.version },
      },
    ]);
    return ok('saved');
  }

  return {
    /** Two short questions to the database, so that the form is as quick as before. */
    aidsFor: (asker: Asker): Promise<ReferAids> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const prompting = asker.practice ? await store.promptingOf(tx, asker.practice) : undefined;
        return {
          words: await store.ownWords(tx),
          facts: (await placed(tx, asker)).facts,
          question: await question(tx, asker),
          prompting: prompting?.on ? prompting : undefined,
        };
      }),

    seeTools: (asker: Asker): Promise<Result<ToolsSeen, NotReached>> => {
      if (!mayAtAll(asker, 'see practice report')) return Promise.resolve(refuse('not-yours'));
      return db.inProgramme(asker.programme.id, async (tx) => {
        const { facts, practices } = await placed(tx, asker);
        const mayKeep = mayAtAll(asker, 'keep practice tools');
        const known = { words: await store.ownWords(tx), facts, question: await question(tx, asker), mayKeep };
        return ok({ ...known, practices: mayKeep ? practices : [], prompting: mayKeep ? await store.allPrompting(tx) : [] });
      });
    },

    seeLeaflet: (asker: Asker, team?: string): Promise<Result<LeafletSeen, NotReached>> => {
      if (!mayAtAll(asker, 'see practice report')) return Promise.resolve(refuse('not-yours'));
      return db.inProgramme(asker.programme.id, async (tx) => {
        const { facts, teams, team: shown } = await placed(tx, asker, team);
        return ok({ words: await store.ownWords(tx), facts, teams, team: shown, question: await question(tx, asker) });
      });
    },

    seeText: (asker: Asker, name: ToolText): Promise<Result<TextSeen, NotReached>> =>
      forKeepers(asker, async (tx) => {
        const versions = await store.versionsOf(tx, name);
        const names = await accountsById(
          tx,
          versions.map(({ savedBy }) => savedBy),
        );
        return ok({ own: versions[0]?.words ?? undefined, versions, names });
      }),

    /** `over`: the version that was read. */
    changeText: (asker: Asker, name: ToolText, words: string, over: number): Promise<Result<'saved', NotReached | 'changed-meanwhile'>> =>
      forKeepers(asker, (tx) => save(tx, asker, { name, version: over + 1, words })),

    /** Brings back an earlier version, or with 0 our own text. */
    restoreText: (asker: Asker, name: ToolText, wanted: number): Promise<Result<'saved', NotReached | 'changed-meanwhile'>> =>
      forKeepers(asker, async (tx): Promise<Result<'saved', 'not-found' | 'changed-meanwhile'>> => {
        const versions = await store.versionsOf(tx, name);
        const before = versions.find(({ version }) => version === wanted);
        if (!before && wanted !== 0) return refuse('not-found');
        return save(tx, asker, { name, version: (versions[0]?.version ?? 0) + 1, words: before?.words ?? null });
      }),

    seePrompting: (asker: Asker, practice: string): Promise<Result<PromptingSeen, NotReached>> =>
      forKeepers(asker, async (tx): Promise<Result<PromptingSeen, 'not-found'>> => {
        const found = uuid.test(practice) ? (await allPractices(tx)).find(({ id }) => id === practice) : undefined;
        return found ? ok({ practice: found, prompting: await store.promptingOf(tx, practice) }) : refuse('not-found');
      }),

    savePrompting: (asker: Asker, rules: Prompting): Promise<Result<'saved', NotReached | 'not-targeted' | { stale: Prompting }>> =>
      forKeepers(asker, async (tx): Promise<Result<'saved', 'not-found' | 'not-targeted' | { stale: Prompting }>> => {
        if (!uuid.test(rules.practice) || !(await allPractices(tx)).some(({ id }) => id === rules.practice)) return refuse('not-found');
        if (rules.on && !isTargeted(rules)) return refuse('not-targeted');
        if (!(await store.savePrompting(tx, rules))) return refuse({ stale: await store.promptingOf(tx, rules.practice) });
        await recordEvents(tx, [
          {
            type: 'practice-tools-changed',
            subject: { kind: 'practice', id: rules.practice },
            by: byOf(asker),
            at: now(),
            data: { on: rules.on },
          },
        ]);
        return ok('saved');
      }),
  };
};
