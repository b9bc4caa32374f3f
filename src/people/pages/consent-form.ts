import * as z from 'zod';
import { type About, needsWhy, purposes, ways } from '../consent.ts';
import type { Words } from '../../../locales/en/index.ts';
import { uuid } from '../../platform/database.ts';

type AskErrors = Words['consent']['askPage']['errors'];

const text = (tooLong: string) => z.string().trim().max(1000, tooLong).default('');

export const answerForm = (words: AskErrors) =>
  z
    .object({
      answer: z.enum(['given', 'refused'], { error: words.answer }),
      how: z.enum(ways, { error: words.how }),
      why: text(words.tooLong),
    })
    .refine(({ how, why }) => !needsWhy(how) || why !== '', { error: words.why, path: ['why'] });

export const withdrawForm = (words: { how: string }) =>
  z.object({ how: z.enum(ways, { error: words.how }), services: z.array(z.string().regex(uuid)).default([]) });

/** Which question an address names; a service's is asked for each service. */
export function aboutIn(purpose: string, service: string | undefined): Required<About> | undefined {
  const named = purposes.find((each) => each === purpose);
  if (!named || (named === 'share-with-service') !== (service !== undefined)) return undefined;
  if (service !== undefined && !uuid.test(service)) return undefined;
  return { purpose: named, recipient: service ?? null };
}

export const pathOf = (person: string, { purpose, recipient }: About): string =>
  `/people/${person}/consent/${purpose}${queryOf(recipient)}`;
export const withdrawPathOf = (person: string, { purpose, recipient }: About): string =>
  `/people/${person}/consent/${purpose}/withdraw${queryOf(recipient)}`;
const queryOf = (recipient: string | null | undefined): string => (recipient ? `?service=${recipient}` : '');
