import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import type { Suggested } from '../index.ts';
import { type Field, fields } from '../fields-text.ts';
import { parts } from '../suggestion.ts';

const most = { text: 5000, words: 2000, sender: 100 };

/** What somebody suggests. Whatever they typed in other parts than the one they chose does not count. */
export const suggestForm = ({ errors }: Words['freshness']['suggest']): z.ZodType<Suggested> =>
  z
    .object({
      part: z.enum(parts, { error: errors.part }),
      words: z.string().trim().max(most.words, errors.words).default(''),
      senderName: z.string().trim().max(most.sender, errors.sender).default(''),
      senderRole: z.string().trim().max(most.sender, errors.sender).default(''),
      senderEmail: z
        .string()
        .trim()
        .max(254, errors.email)
        .regex(/^([^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+)?$/, errors.email)
        .default(''),
      ...(Object.fromEntries(fields.map((field) => [field, z.string().max(most.text, errors.words).optional()])) as Record<
        Field,
        z.ZodOptional<z.ZodString>
      >),
    })
    .transform(({ part, words, senderName, senderRole, senderEmail, ...texts }) => ({
      part,
      words,
      sender: { name: senderName, role: senderRole, email: senderEmail },
      texts: Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    }));
