import type { ContactChannel, WorkTag } from './contact.ts';

/** A way of writing up a kind of contact: what is filled in before anybody types. */
export type Template = {
  id: string;
  /** '' for Bothy's own, whose names and headings are in the words of the page. */
  name: string;
  channel: ContactChannel;
  minutes: number;
  headings: readonly string[];
  tags: readonly string[];
  debrief: boolean;
};

export type OwnTemplate = Template & { team: string; owner: string | null; rowVersion: number; retiredAt: Date | null };

export const usualTemplates = [
  { id: 'first-meeting', channel: 'visit', minutes: 60, tags: ['listened'] },
  { id: 'check-in', channel: 'phone', minutes: 15, tags: [] },
  { id: 'home-visit', channel: 'visit', minutes: 60, tags: [] },
  { id: 'accompanied', channel: 'visit', minutes: 90, tags: ['accompanied'] },
  { id: 'text-exchange', channel: 'text', minutes: 5, tags: [] },
  { id: 'for-supervision', channel: 'phone', minutes: 20, tags: [], debrief: true },
] as const satisfies readonly { id: string; channel: ContactChannel; minutes: number; tags: readonly WorkTag[]; debrief?: boolean }[];
export const mostHeadings = 8;

/** The headings as lines of a note, with room under each. */
export const noteOf = (headings: readonly string[]): string => headings.map((heading) => `${heading}:\n`).join('\n');

const bare = (line: string) => line.trim().replace(/:$/, '').toLowerCase();

/** Whether nothing was written under the headings. */
export const isOnlyHeadings = (note: string, headings: readonly string[]): boolean => {
  const known = new Set(headings.map(bare));
  return note.split('\n').every((line) => line.trim() === '' || known.has(bare(line)));
};

/** The note without the headings under which nothing was written. */
export function withoutEmptyHeadings(note: string, headings: readonly string[]): string {
  const known = new Set(headings.map(bare));
  const lines = note.split('\n').map((line) => line.trimEnd());
  const isHeading = (line: string) => line.trim() !== '' && known.has(bare(line));
  const kept = lines.filter((line, n) => {
    if (!isHeading(line)) return true;
    const next = lines.slice(n + 1).find((each) => each.trim() !== '');
    return next !== undefined && !isHeading(next);
  });
  return kept
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
