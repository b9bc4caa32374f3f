import type { CalendarDay } from '../platform/calendar.ts';
import { decayOf } from './freshness.ts';
import type { Need } from './need.ts';
import type { Accessibility, Attendance, Audience } from './service.ts';
import { mostCompared, type Search } from './search.ts';
import type { Part, Question } from './understand.ts';

/** What is known of one place of one service, to compare it with others. */
export type Candidate = {
  service: string;
  location: string | null;
  km: number | null;
  needs: readonly Need[];
  whoFor: readonly Audience[];
  /** Days, parts of days, and both: 'SA', 'evening', 'SA-evening'. */
  days: readonly string[];
  attendance: readonly Attendance[];
  languages: readonly string[];
  accessibility: readonly Accessibility[];
  free: boolean;
  minAge: number | null;
  maxAge: number | null;
  /** Places left; null when nobody knows. */
  room: number | null;
  /** Whether it takes nobody on at present. */
  paused: boolean;
  assuredAt: CalendarDay | null;
  /** Whether it says that it covers the place that was asked for. */
  covers: boolean;
  /** Whether all that was typed is part of its name, or of its organisation's. */
  named: boolean;
  /** How often what it says has anything to do with the ideas of the question. */
  density: number;
  /** For each part of the question: 5 its words in the name, 4 in its organisation's too, 3 anywhere, 2 words like them in the name, 1 anywhere, 0 none. */
  hits: readonly number[];
};

export type Ranked = Candidate & {
  score: number;
  /** From 0, nothing of what was typed, to 1, all of it. */
  relevance: number;
  /** How well it has each part of the question. */
  strengths: readonly number[];
};

export type Ranking = {
  ranked: Ranked[];
  /** Services that nobody has checked for long, and that were left out for it. */
  leftOut: number;
  /** Whether there may be more than were compared. */
  many: boolean;
};

/** How much each thing counts. */
const counts = {
  words: [0, 0.45, 0.6, 0.8, 0.85, 1],
  need: [0.7, 0.5, 0.5],
  /** Of an idea that only some services for its need are for. */
  narrow: 1,
  otherTrait: 0.6,
  /** What words and traits both say is surer than either. */
  both: 0.6,
  /** A word that is no idea of ours, in a question that has some. */
  wordBesideIdeas: 0.8,
  wordNobodyHas: 0.15,
  relevance: 6,
  near: 2.3,
  /** What comes to you, or is on a screen or a telephone. */
  nearAnyway: 1.2,
  nowhere: 0.5,
  room: 0.25,
  full: -0.2,
  paused: -2,
  fresh: 0.25,
  needChosen: [1.2, 0.8, 0.6],
  audienceChosen: 3,
  everybody: 0.6,
  ageMeant: 1,
  wrongAge: -2.5,
  covers: 0.3,
  named: 3,
  density: 0.5,
  /** What is left of its relevance when it is for others. */
  forOthers: 0.92,
} as const;

/** Half its weight at so many kilometres. */
const nearKm = 8;
/** What has less than this of the best one's relevance is no answer. */
const floor = 0.3;

/** `measured`: whether there is a place to measure from. */
type Asked = Pick<Question, 'parts' | 'age'> & { measured: boolean; today: CalendarDay };

/** The best place of each service, best first. */
export function rank(candidates: readonly Candidate[], question: Asked, search: Search): Ranking {
  const weights = weightsOf(candidates, question.parts);
  const best = new Map<string, Ranked>();
  const old = new Set<string>();
  for (const candidate of candidates) {
    const age = decayOf(candidate.assuredAt, question.today);
    if (age.kind === 'hidden' && !search.old) {
      old.add(candidate.service);
      continue;
    }
    const ranked = scored(candidate, age.factor, question, weights, search);
    const before = best.get(candidate.service);
    if (!before || before.score < ranked.score) best.set(candidate.service, ranked);
  }
  const all = [...best.values()];
  const most = Math.max(0, ...all.map(({ relevance }) => relevance));
  const telling = weights.some((weight) => weight >= 0.3);
  const ranked = all
    .filter(({ relevance }) => !telling || relevance >= most * floor)
    .sort((a, b) => b.score - a.score || (a.service < b.service ? -1 : 1));
  return { ranked, leftOut: old.size, many: candidates.length >= mostCompared };
}

/** A plain word that half of the services have tells less than one that few have. */
function weightsOf(candidates: readonly Candidate[], parts: readonly Part[]): number[] {
  const named = parts.some(({ kind }) => kind === 'idea');
  return parts.map((part, nth) => {
    const having = candidates.filter(({ hits }) => hits[nth]! > 0).length;
    if (part.kind !== 'word') return part.weight;
    if (having === 0) return part.weight * counts.wordNobodyHas;
    const rare = 0.4 + 0.6 * (1 - having / candidates.length);
    return part.weight * rare * (named ? counts.wordBesideIdeas : 1);
  });
}

function scored(candidate: Candidate, fresh: number, { parts, age, measured }: Asked, weights: readonly number[], search: Search): Ranked {
  const strengths = parts.map((part, nth) => strengthOf(part, candidate, nth));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const relevance = whole ? strengths.reduce((sum, strength, nth) => sum + strength * weights[nth]!, 0) / whole : 0;
  const nearness = measured ? nearnessOf(candidate) : 0;
  const chosen = search.needs.reduce((sum, need) => sum + needAt(candidate.needs.indexOf(need)), 0);
  const forAll = candidate.whoFor.includes('everyone');
  const asked: readonly Audience[] = [...(search.whoFor ? [search.whoFor] : []), ...parts.flatMap(({ whoFor }) => whoFor)];
  const suits = forAll || asked.some((audience) => candidate.whoFor.includes(audience));
  const wrongAge = age !== null && ((candidate.minAge ?? 0) > age || (candidate.maxAge ?? 200) < age);
  const score =
    counts.relevance * relevance * (suits ? 1 : counts.forOthers) +
    counts.named * Number(candidate.named) +
    counts.density * Math.min(3, candidate.density) +
    nearness +
    (search.needs.length ? chosen / search.needs.length : 0) +
    counts.everybody * Number(suits) * (1 - Math.min(1, relevance)) +
    counts.audienceChosen * Number(search.whoFor !== null && candidate.whoFor.includes(search.whoFor)) +
    counts.fresh * fresh +
    roomOf(candidate) +
    counts.covers * Number(candidate.covers) +
    counts.ageMeant * Number(age !== null && isMeantFor(candidate, age)) +
    counts.wrongAge * Number(wrongAge);
  return { ...candidate, score, relevance, strengths };
}

function roomOf({ room, paused }: Candidate): number {
  if (paused) return counts.paused;
  return room === null ? 0 : room > 0 ? counts.room : counts.full;
}

/** What a service names first is what it is most about. */
const needAt = (position: number): number => (position < 0 ? 0 : (counts.needChosen[position] ?? counts.needChosen[2]));

function nearnessOf({ km, attendance }: Candidate): number {
  if (km !== null) return counts.near / (1 + km / nearKm);
  return attendance.some((way) => way !== 'in-person') ? counts.nearAnyway : counts.nowhere;
}

const isMeantFor = ({ whoFor, minAge, maxAge }: Candidate, age: number): boolean =>
  (age >= 60 && (whoFor.includes('older') || (minAge ?? 0) >= 50)) || (age <= 25 && (whoFor.includes('young') || (maxAge ?? 200) <= 30));

function strengthOf(part: Part, candidate: Candidate, nth: number): number {
  const words = counts.words[candidate.hits[nth] ?? 0] ?? 0;
  const trait = traitOf(part, candidate);
  return Math.max(words, trait) + counts.both * Math.min(words, trait);
}

/** How well what is known of a service, beside its words, has what was looked for. */
function traitOf(part: Part, candidate: Candidate): number {
  if (part.kind === 'free') return Number(candidate.free);
  if (part.kind === 'room') return Number((candidate.room ?? 0) > 0);
  if (part.kind === 'days' || part.kind === 'times')
    return Number([...part.days, ...part.times].some((time) => candidate.days.includes(time)));
  const first = candidate.needs.findIndex((need) => part.needs.includes(need));
  const need = first < 0 ? 0 : (counts.need[first] ?? counts.need[2]) * (part.broad ? 1 : counts.narrow);
  const other =
    part.whoFor.some((audience) => candidate.whoFor.includes(audience)) ||
    part.attendance.some((way) => candidate.attendance.includes(way)) ||
    part.accessibility.some((way) => candidate.accessibility.includes(way)) ||
    (part.language !== null && candidate.languages.includes(part.language));
  return Math.max(need, other ? counts.otherTrait : 0);
}
