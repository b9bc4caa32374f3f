import { allPractices, type Asker } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { alphaBetween, krippendorffsAlpha } from '../core/agreement-alpha.ts';
import { type Agreement, cohensKappa, fleissKappa, type NoNumber, percentAgreement, type Ratings } from '../core/agreement.ts';
import { type Code, findCode, standsFor } from '../core/codebook.ts';
import { type Found, foundIn, type Group, type Grouping, quarterOf, splitBy } from '../core/codebook-find.ts';
import { blindOnes, type Coding, ratingsOf } from '../core/codebook-passages.ts';
import { codersWanted, countGone } from '../store/coding.ts';
import { namesOf } from './coding-codebook.ts';
import { type CodeWords, coding, codesIn, type CodingPorts, type CodingText, type NotReached, openTexts, textsIn } from './coding-needs.ts';

type Number1 = Result<{ value: number; units: number }, NoNumber>;
export type Pair = { one: string; other: string; kappa: Result<Agreement, NoNumber> };
/** How far coders agree. What has no number says why. */
export type Measured = {
  percent: Number1;
  alpha: Number1;
  fleiss: ReturnType<typeof fleissKappa>;
  pairs: readonly Pair[];
};
export type AgreementSeen = {
  all: Measured & { between: Result<{ low: number; high: number }, NoNumber> };
  /** Only codes that somebody used; the most used first. `coded`: sentences that at least one coder gave it. */
  codes: readonly (Measured & { code: Code; coded: number })[];
  texts: number;
  sentences: number;
  coders: readonly string[];
  names: ReadonlyMap<string, string>;
  /** Texts whose coding cannot be compared yet. */
  waiting: number;
  wanted: number;
};
export type CompareSeen = {
  text: CodingText;
  codes: Code[];
  found: ReturnType<typeof agreementOf>;
  names: ReadonlyMap<string, string>;
};
export type FindSeen = {
  codes: Code[];
  code: Code | undefined;
  by: Grouping;
  texts: readonly CodingText[];
  /** Nothing when groups would be too small to show. */
  groups: readonly Group<CodingText>[] | undefined;
  /** For each code that was used: how many passages and texts, in all and in each group. */
  rows: readonly { code: Code; all: Count; groups: readonly Count[] }[];
  found: readonly { text: CodingText; passages: readonly Found[] }[];
  names: ReadonlyMap<string, string>;
  practices: ReadonlyMap<string, string>;
  gone: number;
  waiting: number;
};
export type Count = { texts: number; passages: number };

/** Fewer tellers than this are never shown as a group of their own. */
const leastGroup = 5;

/** What was coded with a code that became part of another counts for that one. */
const merged = (texts: readonly CodingText[], codes: readonly Code[]): CodingText[] =>
  texts.map((text) => ({
    ...text,
    codings: text.codings.map((each) => ({ ...each, passages: each.passages.map((p) => ({ ...p, code: standsFor(codes, p.code) })) })),
  }));

function measure(ratings: Ratings, coders: readonly string[]): Measured {
  const pairs = coders.flatMap((one, i) =>
    coders.slice(i + 1).flatMap((other, j): Pair[] => {
      const kappa = cohensKappa(ratings[i]!, ratings[i + 1 + j]!, 'none', [0, 1]);
      return kappa.ok || kappa.error !== 'no-overlap' ? [{ one, other, kappa }] : [];
    }),
  );
  return { percent: percentAgreement(ratings), alpha: krippendorffsAlpha(ratings), fleiss: fleissKappa(ratings), pairs };
}

/** Agreement over these texts: by those who coded them without having seen the others. */
export function agreementOf(texts: readonly CodingText[], codes: readonly Code[], wanted: number) {
  const blind = merged(texts, codes)
    .map((text) => ({ ...text, codings: blindOnes(text.codings, wanted) }))
    .filter(({ codings }) => codings.length > 1);
  const coders = [...new Set(blind.flatMap(({ codings }) => codings.map(({ coder }) => coder)))];
  const used = codes.filter(({ id }) =>
    blind.some(({ codings }) => codings.some(({ passages }) => passages.some(({ code }) => code === id))),
  );
  const all = ratingsOf(
    blind,
    coders,
    used.map(({ id }) => id),
  );
  const rows = used.map((code) => {
    const ratings = ratingsOf(blind, coders, [code.id]);
    const coded = (ratings[0] ?? []).filter((_, unit) => ratings.some((row) => row[unit] === 1)).length;
    return { code, coded, ...measure(ratings, coders) };
  });
  return {
    all: { ...measure(all, coders), between: alphaBetween(all) },
    codes: rows.toSorted((a, b) => b.coded - a.coded || a.code.name.localeCompare(b.code.name)),
    texts: blind.length,
    sentences: blind.reduce((total, { sentences }) => total + sentences.length, 0),
    coders,
  };
}

const keysOf =
  (by: Grouping) =>
  ({ practice, needs, teller, toldOn }: CodingText): readonly string[] => {
    if (by === 'need') return needs.length ? needs : [''];
    return [by === 'practice' ? (practice ?? '') : by === 'teller' ? teller : quarterOf(toldOn)];
  };
const finished = ({ codings }: CodingText): Coding[] => codings.filter(({ doneAt }) => doneAt);
const count = (texts: readonly CodingText[], code: string): Count => {
  const found = texts.map((text) => foundIn(finished(text), new Set([code])).length).filter(Boolean);
  return { texts: found.length, passages: found.reduce((total, each) => total + each, 0) };
};

/** What the pages and files of finding show: texts that the asker may see, what is in them, and what is not told apart. */
async function findIn(
  tx: Tx,
  asker: Asker,
  words: CodeWords,
  at: Date,
  asked: { code?: string | undefined; by: Grouping },
): Promise<FindSeen> {
  const codes = await codesIn(tx, words);
  const every = await textsIn(tx, at);
  const texts = merged(openTexts(every, await codersWanted(tx), asker.id), codes);
  const code = asked.code === undefined ? undefined : findCode(codes, standsFor(codes, asked.code));
  const groups = splitBy(texts, keysOf(asked.by), leastGroup);
  const used = codes.filter(({ id, codable }) => codable && count(texts, id).texts > 0);
  const found = code
    ? texts.map((text) => ({ text, passages: foundIn(finished(text), new Set([code.id])) })).filter(({ passages }) => passages.length)
    : [];
  return {
    ...{ codes, code, texts, groups, found, by: asked.by },
    rows: used.map((each) => ({
      code: each,
      all: count(texts, each.id),
      groups: (groups ?? []).map((group) => count(group.texts, each.id)),
    })),
    names: await namesOf(
      tx,
      texts.flatMap(({ codings }) => codings.map(({ coder }) => coder)),
    ),
    practices: new Map((await allPractices(tx)).map(({ id, name }) => [id, name])),
    gone: await countGone(tx),
    waiting: every.length - texts.length,
  };
}

export const findUses = (ports: CodingPorts) => ({
  seeAgreement: (asker: Asker, words: CodeWords) =>
    coding(ports, asker, async (tx) => {
      const [codes, wanted] = [await codesIn(tx, words), await codersWanted(tx)];
      const every = await textsIn(tx, ports.now());
      const texts = openTexts(every, wanted, asker.id);
      const found = agreementOf(texts, codes, wanted);
      return ok<AgreementSeen>({ ...found, wanted, waiting: every.length - texts.length, names: await namesOf(tx, found.coders) });
    }),

  /** One story as everybody read it: only once it is open to the asker. */
  compare: (asker: Asker, words: CodeWords, id: string) =>
    coding(ports, asker, async (tx): Promise<Result<CompareSeen, NotReached>> => {
      const [codes, wanted] = [await codesIn(tx, words), await codersWanted(tx)];
      const [text] = uuid.test(id) ? openTexts(await textsIn(tx, ports.now(), id), wanted, asker.id) : [];
      if (!text || wanted < 2) return refuse('not-found');
      const [shown] = merged([{ ...text, codings: finished(text) }], codes);
      const found = agreementOf([text], codes, wanted);
      return ok({
        ...{ text: shown!, codes, found },
        names: await namesOf(
          tx,
          text.codings.map(({ coder }) => coder),
        ),
      });
    }),

  find: (asker: Asker, words: CodeWords, asked: { code?: string | undefined; by: Grouping }) =>
    coding(ports, asker, async (tx): Promise<Result<FindSeen, NotReached>> => {
      const seen = await findIn(tx, asker, words, ports.now(), asked);
      return asked.code !== undefined && !seen.code ? refuse('not-found') : ok(seen);
    }),
});
