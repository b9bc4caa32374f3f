import { ok, refuse, type Result } from '../platform/result.ts';

/** A form as it was typed: one answer to a name, or several. */
export type Fields = Readonly<Record<string, string | string[]>>;

export type Draft = {
  id: string;
  account: string;
  page: string;
  fields: Fields;
  /** How often it was kept. A tab counts on from what it was given, so that what comes late does not undo what came after it. */
  turn: number;
  beganAt: Date;
  savedAt: Date;
  /** Saved for good, taken up in another tab, or thrown away: its words are gone, and it does not come back. */
  finishedAt: Date | null;
};

/** What a form carries: whose it is, in which programme, and for which page; signed, so that nobody can make one up. */
export type Ticket = { programme: string; account: string; draft: string; page: string; until: number };

export const ticketLasts = 3 * 86_400_000;
export const keptDays = 14;
const longest = 300_000;

const one = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** The pages whose forms are long enough to lose, by what they are for. */
const pages = {
  refer: '/refer',
  gap: '/gaps/new',
  contact: `/people/${one}/contact`,
  correction: `/people/${one}/contacts/${one}`,
  attempt: `/people/${one}/attempt`,
  plan: `/people/${one}/plan`,
  closing: `/people/${one}/close`,
  connection: `/people/${one}/connect/${one}`,
  supervision: `/supervision/sessions/${one}`,
  story: `(?:/people/${one}/stories|/stories/mine)/${one}`,
} as const;

export type DraftKind = keyof typeof pages;
const patterns = Object.entries(pages).map(([kind, pattern]) => ({ kind: kind as DraftKind, pattern: new RegExp(`^${pattern}$`, 'i') }));

/** Where a form's draft is taken up again: some forms also stand at the end of another page. */
export const pageOf = (path: string): string | undefined => (path === '/services' ? pages.gap : kindOf(path) && path);

export const kindOf = (page: string): DraftKind | undefined => patterns.find(({ pattern }) => pattern.test(page))?.kind;

/** What is kept of a posted form: what was typed, and not what the form carries for itself. */
export const worthKeeping = (typed: Fields): Fields => Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('_')));

export type KeepRefusal = 'finished' | 'superseded' | 'too-long';
type Kept = { ticket: Ticket; fields: Fields; turn: number | undefined; at: Date };

/** Keeps what a form says now. Without a turn it is the form itself that was sent, which says the last word. */
export function keep(before: Draft | undefined, { ticket, fields, turn, at }: Kept): Result<Draft, KeepRefusal> {
  if (before?.finishedAt) return refuse('finished');
  if (JSON.stringify(fields).length > longest) return refuse('too-long');
  const next = (before?.turn ?? 0) + 1;
  if (turn !== undefined && turn < next) return refuse('superseded');
  const { draft: id, account, page } = ticket;
  return ok({ id, account, page, fields, turn: turn ?? next, beganAt: before?.beganAt ?? at, savedAt: at, finishedAt: null });
}

export const finish = (draft: Draft, at: Date): Draft => ({ ...draft, fields: {}, finishedAt: at });

export const toWords = ({ programme, account, draft, page, until }: Ticket): string => [programme, account, draft, until, page].join(' ');

const written = new RegExp(`^(${one}) (${one}) (${one}) (\\d{1,15}) (/[\\w/-]*)$`, 'i');

export function fromWords(words: string): Ticket | undefined {
  const [, programme, account, draft, until, page] = written.exec(words) ?? [];
  if (!programme || !account || !draft || !until || !page) return undefined;
  return { programme, account, draft, page, until: Number(until) };
}
