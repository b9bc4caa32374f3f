import type { Context } from 'hono';

/** The page of a list that an address asks for: 1 for whatever is no number. */
export const pageIn = (c: Context): number => Math.min(100_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
