import type { Context } from 'hono';

/** The page asked for, from 1; anything that is not a page number is the first. */
export const pageOf = (c: Context): number => {
  const page = Number(c.req.query('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
};
