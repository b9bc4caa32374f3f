import type { Words } from '../../../locales/en/index.ts';
import { Tag, type TagColour, useWords } from '../../design/index.ts';
import { type Evidence, mayCount } from '../core/index-evidence.ts';
import { answersOf, type IndicatorId, isFact, type Level, liveOf } from '../core/indicator.ts';

type Belonging = Words['belonging'];

/** Fewer things to know of an indicator than the dictionary has for each. */
type Said = { name: string; how: string; note?: string; do: readonly string[] };
export const wordsOf = (words: Belonging, id: IndicatorId): Said => (isFact(id) ? words.asked[id] : words.counted[id]);

export const answerText = (words: Belonging, id: IndicatorId, answer: string): string =>
  isFact(id) ? ((words.asked[id].answers as Record<string, string>)[answer] ?? answer) : answer;

/** A figure as people say it: a share, days, or the words of an answer. */
export function valueText(words: Belonging, id: IndicatorId, value: number | null): string {
  if (value === null) return words.actions.unknown;
  if (isFact(id)) return answerText(words, id, answersOf(id)[value] ?? '');
  return liveOf(id).unit === 'share' ? words.percent(value) : words.days(value);
}

export function figureText(words: Belonging, id: IndicatorId, evidence: Evidence | undefined): string {
  if (!evidence || 'why' in evidence) return words.why[evidence?.why ?? 'not-said'];
  const value = valueText(words, id, evidence.value);
  return mayCount(evidence) ? `${value} (${words.outOf(evidence.count, evidence.of)})` : value;
}

const colours: Record<Level, TagColour> = { 'bolted-on': 'orange', 'fitting-in': 'blue', belonging: 'green' };

export function LevelTag({ level }: { level: Level | null }) {
  const words = useWords().belonging;
  return level ? <Tag colour={colours[level]}>{words.levels[level]}</Tag> : <Tag colour="grey">{words.notPlaced}</Tag>;
}
