import { z } from 'zod';
import { uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { statuses } from '../service.ts';
import { isRaw, type Raw, textIn } from './raw.ts';

const words = (most: number) =>
  z
    .string({ error: ({ input }) => (input === undefined || input === null ? 'is missing' : 'is not text') })
    .refine((text) => text.trim() !== '', 'is empty')
    .refine((text) => text.length <= most, `is longer than ${most} characters`);
const id = words(200).refine((text) => uuid.test(text), { error: ({ input }) => `is ${quoted(input)}, which is not a UUID`, abort: true });

const organization = z.looseObject({ id, name: words(500) }, { error: 'is missing' });
const service = z.looseObject({
  id,
  name: words(500),
  status: z.enum(statuses, {
    error: ({ input }) =>
      input === undefined || input === null ? 'is missing' : `is ${quoted(input)}, which is not one of ${statuses.join(', ')}`,
  }),
  organization,
});

export type FeedOrganisation = z.infer<typeof organization>;
export type FeedService = z.infer<typeof service>;

const quoted = (value: unknown): string => {
  const text = typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

const check = <T>(schema: z.ZodType<T>, record: unknown): Result<T, string> => {
  if (!isRaw(record)) return refuse('is not an object');
  const parsed = schema.safeParse(record);
  if (parsed.success) return ok(parsed.data);
  const first = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    const where = path.join('.');
    if (!first.has(where)) first.set(where, `${where} ${message}`);
  }
  return refuse([...first.values()].join('; '));
};

export const readOrganisation = (record: unknown): Result<FeedOrganisation, string> => check(organization, record);
export const readService = (record: unknown): Result<FeedService, string> => check(service, record);

/** What a record calls itself, for whoever looks for it in its feed. */
export const nameIn = (record: unknown): string => {
  const name = isRaw(record) ? textIn((record as Raw)['name']) : '';
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
};
