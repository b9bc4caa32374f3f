import {
  answersOf,
  type Concept,
  concepts,
  type Figure,
  type IndicatorId,
  indicatorsOf,
  isFact,
  type Level,
  levels,
  liveOf,
  valueOf,
} from './indicator.ts';
import type { Rules } from './index-rules.ts';

export type Figures = Partial<Record<IndicatorId, Figure>>;

/** Where one indicator stands, or null when it is not known or not counted. */
export function placeOf(id: IndicatorId, figure: Figure | undefined, rules: Rules): Level | null {
  const value = valueOf(figure);
  if (value === null || rules.left.includes(id)) return null;
  if (isFact(id)) {
    const last = answersOf(id).length - 1;
    return value >= last ? 'belonging' : value <= 0 ? 'bolted-on' : 'fitting-in';
  }
  const { fitting, belonging } = rules.thresholds[id];
  const reaches = (line: number) => (liveOf(id).better === 'more' ? value >= line : value <= line);
  return reaches(belonging) ? 'belonging' : reaches(fitting) ? 'fitting-in' : 'bolted-on';
}

/** `most`: as far as more than half of them have got; `weakest`: no further than the least of them. */
function together(places: readonly Level[], by: Rules['by']): Level {
  const sorted = places.map((place) => levels.indexOf(place)).toSorted((a, b) => a - b);
  return levels[sorted[by === 'weakest' ? 0 : Math.floor((sorted.length - 1) / 2)] ?? 0]!;
}

type ConceptPlaced = { concept: Concept; level: Level | null; known: number; of: number };
export type Placed = { site: Level | null; concepts: readonly ConceptPlaced[] };

/** A site is placed when three of its four concepts are. What is not known moves nothing. */
export function place(figures: Figures, rules: Rules): Placed {
  const found = concepts.map((concept): ConceptPlaced => {
    const counted = indicatorsOf(concept).filter((id) => !rules.left.includes(id));
    const known = counted.map((id) => placeOf(id, figures[id], rules)).filter((level) => level !== null);
    const level = known.length >= Math.max(1, Math.min(rules.leastKnown, counted.length)) ? together(known, rules.by) : null;
    return { concept, level, known: known.length, of: counted.length };
  });
  const placed = found.map(({ level }) => level).filter((level) => level !== null);
  return { site: placed.length >= 3 ? together(placed, 'most') : null, concepts: found };
}
