import * as z from 'zod';
import { birthAgrees, type HealthNumber, optionalText, personFields } from '../../people/index.ts';
import type { Words } from '../../../locales/en/index.ts';
import { needsField } from './refer-form.ts';

/** The public form: the same questions about a person as at the practice, and who is asking. */
export const askingForm = (words: Words, today: string, first?: HealthNumber['system']) => {
  const { errors } = words.asking;
  const optional = (most: number) => optionalText(words.people.errors, most);
  return z
    .object({
      ...personFields(words.people.errors, today, first),
      forWhom: z.enum(['me', 'other'], { error: errors.forWhom }),
      email: optional(200).refine((typed) => !typed || z.email().safeParse(typed).success, words.people.errors.email),
      place: optional(100),
      practice: z.union([z.uuid(), z.literal('')]).default(''),
      needs: needsField(words),
      note: optional(2000),
      yourName: optional(200),
      yourPhone: optional(40),
      relation: optional(100),
      consent: z.literal('yes', { error: errors.consent }),
    })
    .refine(birthAgrees, { error: words.people.errors.otherBirth, path: ['healthNumber'] })
    .refine(({ phone, email }) => phone || email, { error: errors.contact, path: ['phone'], when: always })
    .refine(({ forWhom, yourName }) => forWhom !== 'other' || yourName, { error: errors.yourName, path: ['yourName'], when: always })
    .refine(({ forWhom, relation }) => forWhom !== 'other' || relation, { error: errors.relation, path: ['relation'], when: always });
};

/** Asked even when another field is wrong, so that everything that is missing is said at once. */
const always = ({ value }: { value: unknown }) => typeof value === 'object';

export type Asking = z.infer<ReturnType<typeof askingForm>>;
