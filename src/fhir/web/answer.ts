import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { fhirJson } from './outcome.ts';
import type { Resource } from './resource.ts';

/**
 * A resource with its tag, of what is said, so that a reader can ask whether it is the same still. There is no answering by date alone:
 * a date has whole seconds, and room may change twice in one.
 */
export function answer(c: Context, resource: Resource, changedAt: Date | null = null): Response {
  const text = JSON.stringify(resource);
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { etag: tag, 'cache-control': 'public, no-cache', ...(changedAt && { 'last-modified': changedAt.toUTCString() }) };
  const opaque = (each: string) => each.trim().replace(/^W\//, '');
  const known = c.req.header('if-none-match')?.split(',').map(opaque);
  if (['GET', 'HEAD'].includes(c.req.method) && known?.some((each) => each === '*' || each === opaque(tag)))
    return c.body(null, 304, headers);
  return c.body(text, 200, { ...headers, 'content-type': fhirJson });
}
