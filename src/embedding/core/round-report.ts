import { groupsToShow, leastPeople } from './groups.ts';
import { meanOf, spreadOf } from './welch.ts';

/** An item as it is counted: which part of the survey it belongs to, and what each answer scores. An answer without a score is one of "not relevant". */
export type AskedItem = { id: string; part: string | null; scores: Readonly<Record<number, number>>; notRelevant: readonly number[] };
export type Given = { group: string; answers: Readonly<Record<string, number>> };

/** How many gave each answer, and how many gave none that is counted. */
export type Tally = { counts: Readonly<Record<number, number>>; empty: number };
/** Of so many people; nothing more where they are too few. */
export type PartResult = { part: string; n: number; mean: number; sd: number } | { part: string; n: null };
export type ItemResult = { item: string; tally: Tally | null };
export type Results = { answered: number; parts: readonly PartResult[]; items: readonly ItemResult[] };
export type Report = { enough: false } | ({ enough: true; groups: readonly (Results & { group: string })[] } & Results);

/** `leastPercent`: how much of a part somebody must have answered to be counted in it. */
type Rule = { leastPercent: number };

/**
 * All that anybody ever learns of a round, worked out once, when it closes. Each figure is shown for everybody, and for those groups
 * in which it can be: so no two figures differ by one to four people. An answer in a part that its giver left mostly empty is
 * counted as empty everywhere, because the mean leaves it out, and the difference would be theirs alone.
 */
export function reportOf(asked: readonly AskedItem[], given: readonly Given[], rule: Rule): Report {
  if (given.length < leastPeople) return { enough: false };
  const counted = given.map((each) => ({ ...each, answers: countedAnswers(asked, each.answers, rule) }));
  const groups = groupsToShow(sizes(counted), counted.length);
  const items = asked.map((item) => [item, shownWhere(counted, groups, ({ answers }) => answers[item.id] !== undefined)] as const);
  const parts = wholeParts(asked).map((part) => {
    const scored = counted.filter(({ answers }) => scoreOf(part.items, answers) !== undefined);
    return [part, shownWhere(scored, groups, () => true)] as const;
  });
  const resultsFor = (group?: string): Results => {
    const theirs = counted.filter((each) => group === undefined || each.group === group);
    const answers = theirs.map((each) => each.answers);
    return {
      answered: theirs.length,
      parts: parts.map(([part, shown]) => partResult(part, answers, shown(group))),
      items: items.map(([item, shown]) => ({ item: item.id, tally: shown(group) ? tallyOf(item, answers) : null })),
    };
  };
  return { enough: true, ...resultsFor(), groups: groups.map((group) => ({ group, ...resultsFor(group) })) };
}

/** The parts of which every item was asked: of the others there is no score. A pulse has only items. */
function wholeParts(asked: readonly AskedItem[]) {
  const names = [...new Set(asked.flatMap(({ part }) => (part === null ? [] : [part])))];
  return names.map((part) => ({ part, items: asked.filter((item) => item.part === part) })).filter(({ items }) => items.length > 1);
}

/** For which groups, and whether for everybody, a figure may be shown that covers only those for whom `covers` holds. */
function shownWhere(given: readonly Given[], groups: readonly string[], covers: (each: Given) => boolean) {
  const covered = given.filter(covers);
  const counts = sizes(covered.filter(({ group }) => groups.includes(group)));
  const shown = groupsToShow(counts, covered.length);
  return (group?: string): boolean => (group === undefined ? covered.length >= leastPeople : shown.includes(group));
}

function sizes(given: readonly Given[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { group } of given) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}

function countedAnswers(asked: readonly AskedItem[], answers: Given['answers'], { leastPercent }: Rule): Given['answers'] {
  const tooFew = wholeParts(asked).filter(({ items }) => {
    const scored = items.filter(({ id, scores }) => scores[answers[id] ?? NaN] !== undefined).length;
    return scored * 100 < items.length * leastPercent;
  });
  const left = asked.filter(({ id, part, notRelevant }) => {
    const isLeftOut = tooFew.some((each) => each.part === part) && !notRelevant.includes(answers[id] ?? NaN);
    return answers[id] !== undefined && !isLeftOut;
  });
  return Object.fromEntries(left.map(({ id }) => [id, answers[id]!]));
}

/** The mean of what somebody answered of a part. What is not relevant does not count, and does not pull down. */
function scoreOf(items: readonly AskedItem[], answers: Given['answers']): number | undefined {
  const scored = items.flatMap(({ id, scores }) => scores[answers[id] ?? NaN] ?? []);
  return scored.length ? meanOf(scored) : undefined;
}

function partResult(
  { part, items }: { part: string; items: readonly AskedItem[] },
  all: readonly Given['answers'][],
  shown: boolean,
): PartResult {
  const scores = all.flatMap((answers) => scoreOf(items, answers) ?? []);
  return shown ? { part, n: scores.length, mean: meanOf(scores), sd: spreadOf(scores) } : { part, n: null };
}

function tallyOf({ id, scores, notRelevant }: AskedItem, all: readonly Given['answers'][]): Tally {
  const values = [...Object.keys(scores).map(Number), ...notRelevant];
  const counts = Object.fromEntries(values.map((value) => [value, all.filter((answers) => answers[id] === value).length]));
  return { counts, empty: all.filter((answers) => answers[id] === undefined).length };
}
