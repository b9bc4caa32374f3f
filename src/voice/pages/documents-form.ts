import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { documentKinds, proposers, type Section, tidySections } from '../core/document.ts';

/** As many parts as a page takes. */
export const mostSections = 12;
const longest = { heading: 120, text: 4000, why: 1000, comment: 2000 };

/** The parts as they were typed, empty ones and all, as one field. */
export const sectionsTyped = (typed: Typed): string =>
  JSON.stringify(
    Array.from({ length: mostSections }, (_, nth) => ({
      heading: String(typed[`heading-${nth}`] ?? ''),
      text: String(typed[`text-${nth}`] ?? ''),
    })),
  );

const sections = ({ documents, errors }: Words['steering']) =>
  z
    .string()
    .transform((given) => tidySections(JSON.parse(given) as Section[]))
    .refine((parts) => parts.length > 0 && parts.every(({ heading, text }) => heading && text), documents.errors.sections)
    .refine((parts) => parts.every(({ heading }) => heading.length <= longest.heading), errors.tooLong(longest.heading))
    .refine((parts) => parts.every(({ text }) => text.length <= longest.text), errors.tooLong(longest.text));

export const startForm = (words: Words['steering']) =>
  z.object({
    kind: z.enum(documentKinds).catch('criteria'),
    title: z
      .string({ error: words.documents.errors.title })
      .trim()
      .min(1, words.documents.errors.title)
      .max(120, words.errors.tooLong(120)),
    sections: sections(words),
  });

export const proposeForm = (words: Words['steering']) =>
  z.object({
    sections: sections(words),
    why: z
      .string({ error: words.documents.errors.why })
      .trim()
      .min(1, words.documents.errors.why)
      .max(longest.why, words.errors.tooLong(longest.why)),
    as: z.enum(proposers).nullable().catch(null),
    basedOn: z.coerce.number().int().catch(0),
  });

export const commentForm = (words: Words['steering']) =>
  z.object({
    words: z
      .string({ error: words.documents.errors.comment })
      .trim()
      .min(1, words.documents.errors.comment)
      .max(longest.comment, words.errors.tooLong(longest.comment)),
  });
