import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';

/** The most that may be sent to an API that is open to anybody, in bytes. */
export const mostSent = 100_000;

/** Lets any web page ask, with these headers of its own, and lets no answer be drawn as a page. `publicUrl` is where Bothy is reached. */
export const openToAnybody = (publicUrl: string, allowHeaders: string[]): [MiddlewareHandler, MiddlewareHandler] => [
  cors({
    origin: '*',
    allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
    allowHeaders,
    exposeHeaders: ['etag', 'last-modified', 'retry-after'],
    maxAge: 86_400,
  }),
  secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    crossOriginResourcePolicy: 'cross-origin',
    crossOriginOpenerPolicy: false,
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
  }),
];
