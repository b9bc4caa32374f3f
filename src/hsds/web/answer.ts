import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/**
 * JSON with what lets a reader ask only for what has changed. The tag is of what is said, so it is right whatever made it change;
 * the date is when anything in the directory last changed, which is never too early.
 */
export function answer(c: Context, body: unknown, changedAt: Date | null): Response {
  const text = JSON.stringify(body);
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { etag: tag, ...datedAt(changedAt) };
  if (['GET', 'HEAD'].includes(c.req.method) && isKnown(c, tag, changedAt)) return c.body(null, 304, headers);
  return c.body(text, 200, { ...headers, 'content-type': 'application/json; charset=utf-8' });
}

function isKnown(c: Context, tag: string, changedAt: Date | null): boolean {
  const tags = c.req.header('if-none-match');
  if (tags === undefined) return isUnchangedSince(c, changedAt);
  const opaque = (each: string) => each.trim().replace(/^W\//, '');
  return tags.trim() === '*' || tags.split(',').some((each) => opaque(each) === opaque(tag));
}

/** Whether the reader says that they have had all that has changed. A date has whole seconds. */
export function isUnchangedSince(c: Context, changedAt: Date | null): boolean {
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  return changedAt !== null && !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}

/** `no-cache`: to be kept, but asked about before each use, because what becomes private must be gone at once. */
export const datedAt = (changedAt: Date | null): Record<string, string> => ({
  'cache-control': 'public, no-cache',
  ...(changedAt && { 'last-modified': changedAt.toUTCString() }),
});

/** Things as lines of JSON, a batch at a time and only as fast as they are read; stops when the reader goes. */
export function lines(batches: AsyncGenerator<readonly unknown[]>, onFault: (error: unknown) => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          for (;;) {
            const { done, value } = await batches.next();
            if (done) return controller.close();
            if (value.length) return controller.enqueue(encoder.encode(value.map((each) => `${JSON.stringify(each)}\n`).join('')));
          }
        } catch (error) {
          onFault(error);
          controller.error(error);
        }
      },
      async cancel() {
        await batches.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
