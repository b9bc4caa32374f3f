import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { en } from '../locales/en/index.ts';
import { type Door, showProblem } from './identity/index.ts';
import { tileSource } from './platform/config.ts';
import { recordAccess } from './platform/access.ts';
import type { Modules } from './compose.ts';

/** What stands before every page: headers, same-origin posts, size, the request's words and clock, and the note of whose record was read. */
export function guard(app: Hono<Door>, { db, now, publicUrl, tiles }: Pick<Modules, 'db' | 'log' | 'now' | 'publicUrl' | 'tiles'>): void {
  const https = publicUrl.startsWith('https:');
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        ...(tiles && { imgSrc: ["'self'", tileSource(tiles)] }),
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: https ? 'max-age=31536000; includeSubDomains' : false,
      crossOriginOpenerPolicy: 'same-origin',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    }),
  );
  app.use(csrf({ origin: (origin, c) => origin === new URL(publicUrl).origin || origin === new URL(c.req.url).origin }));
  const limitTo = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => showProblem(c, 'too-big') });
  const [usual, tables] = [limitTo(1_000_000), limitTo(20_500_000)];
  app.use((c, next) => (c.req.path === '/feeds/csv' || c.req.path === '/areas' ? tables : usual)(c, next));
  app.use(async (c, next) => {
    c.set('words', en);
    c.set('now', now());
    c.set('reads', []);
    await next();
    const asker = c.get('asker');
    const people = [...new Set(c.get('reads'))];
    if (asker && people.length && c.res.status < 400) {
      await db.inProgramme(asker.programme.id, (tx) =>
        recordAccess(tx, { account: asker.id, people, what: `${c.req.method} ${c.req.routePath}`, at: c.get('now') }),
      );
    }
  });
}
