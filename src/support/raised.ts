import { ok, refuse, type Result } from '../platform/result.ts';

export const worries = [
  'end-life',
  'self-harm',
  'harm-from-others',
  'harm-to-others',
  'child',
  'neglect',
  'very-unwell',
  'missing',
  'other',
] as const;
export type Worry = (typeof worries)[number];

export const deeds = [
  'rang-emergency',
  'rang-help-line',
  'stayed',
  'told-lead',
  'told-practice',
  'told-safeguarding',
  'gave-numbers',
  'nothing-yet',
] as const;
export type Deed = (typeof deeds)[number];

export type Source = 'button' | 'measure' | 'contact' | 'other';
export type Look = { at: Date; by: string; note: string };

/** Somebody was worried about a person. It stays in sight until a lead and a link worker have both looked again. */
export type Raised = {
  id: string;
  person: string;
  team: string;
  source: Source;
  about: { kind: string; id: string } | null;
  raisedAt: Date;
  /** Null when it came of what the person answered themselves. */
  raisedBy: string | null;
  worries: readonly Worry[];
  did: readonly Deed[];
  words: string;
  lead: Look | null;
  worker: Look | null;
};

export const isOver = ({ lead, worker }: Pick<Raised, 'lead' | 'worker'>): boolean => Boolean(lead && worker);

export type Part = 'lead' | 'worker';

/** Which of the two looks is this reader's to take: a lead's first, where they are both. */
export function partOf(raised: Pick<Raised, 'lead' | 'worker'>, reader: { leads: boolean; supports: boolean }): Part | undefined {
  if (reader.leads && !raised.lead) return 'lead';
  return reader.supports && !raised.worker ? 'worker' : undefined;
}

export function lookAgain(raised: Raised, part: Part, look: Look): Result<Raised, 'looked' | 'no-note'> {
  if (raised[part]) return refuse('looked');
  return look.note.trim() ? ok({ ...raised, [part]: { ...look, note: look.note.trim() } }) : refuse('no-note');
}
