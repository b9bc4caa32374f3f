import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What was wrong with something that was asked. */
export type Wrong = { parameter: string; detail: string };

const titles = {
  400: 'This cannot be asked',
  404: 'There is no such thing',
  405: 'This address cannot be asked in this way',
  413: 'This is too big',
  415: 'This cannot be read',
  500: 'Something went wrong',
  503: 'The directory is away for a moment',
} as const satisfies Partial<Record<ContentfulStatusCode, string>>;
export type ProblemStatus = keyof typeof titles;

/** An error as RFC 9457 tells it. */
export function problem(c: Context, status: ProblemStatus, detail: string, more: Record<string, unknown> = {}): Response {
  const body = { type: 'about:blank', title: titles[status], status, detail, ...more };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
}

/** Each parameter that cannot be understood, and why. */
export const wrongParameters = (c: Context, wrong: readonly Wrong[]): Response =>
  problem(c, 400, wrong.map(({ parameter, detail }) => `${parameter}: ${detail}`).join(' '), { errors: wrong });
