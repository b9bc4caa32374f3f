import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { en } from '../locales/en/index.ts';
import { themeCss } from './design/index.ts';
import { type Door, showProblem } from './identity/index.ts';
import { guard } from './guard.ts';
import { fhirDoors } from './fhir/index.ts';
import { directoryApis } from './hsds/index.ts';
import { sessionCookie } from './identity/pages/session-cookie.ts';
import { recogniseAsker } from './identity/pages/sign-in.tsx';
import { keepDrafts } from './drafts/pages/keep-drafts.ts';
import { leaveInPeace } from './people/pages/in-peace.tsx';
import { keepPrivate } from './connections/pages/reply.tsx';
import { keepQuiet } from './directory/pages/public/index.tsx';
import { isUnreadableInput } from './platform/database.ts';
import type { Request } from './platform/metrics.ts';
import { isDatabaseAway } from './platform/plain-error.ts';
import type { Modules } from './compose.ts';
import { openDoors } from './doors.ts';

/** Bothy as it is served: what stands before every door, the doors, and what is said when something goes wrong. */
export function openApp(modules: Modules, noteRequest: (request: Request) => void = () => {}) {
  const { drafts, identity, db, log, now, publicUrl, tiles, people, directory } = modules;
  const cookie = sessionCookie(publicUrl);
  const app = new Hono<Door>();
  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    noteRequest({ method: c.req.method, route: routePath(c, -1), status: c.res.status, seconds: (performance.now() - began) / 1000 });
  });
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/theme/:colour{[0-9a-f]{6}\\.css}', (c) =>
    c.body(themeCss(`#${c.req.param('colour').slice(0, 6)}`), 200, {
      'content-type': 'text/css',
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  );
  app.use(
    '/public/*',
    serveStatic({
      root: './dist',
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.route('/', directoryApis({ directory, identity, log, now, publicUrl }));
  app.route('/', fhirDoors({ directory, identity, log, now, publicUrl }));
  for (const byLink of [
    '/reply/*',
    '/still-right/*',
    '/list/*',
    '/welcome/*',
    '/setup/*',
    '/appointment/*',
    '/answer/*',
    '/round',
    '/round/*',
    '/my-plan/*',
    '/my-story/*',
    '/stop/*',
    '/idea/*',
  ])
    app.use(byLink, keepPrivate);
  app.use('/directory/*', keepQuiet);
  guard(app, { db, log, now, publicUrl, tiles });
  app.use(recogniseAsker(identity, cookie));
  app.use('/people/*', leaveInPeace(people));
  app.use(keepDrafts(drafts));

  openDoors(app, modules, cookie);

  app.notFound((c) => showProblem(c, 'not-found'));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return showProblem(c, error.status === 403 ? 'other-site' : 'not-understood');
    if (isUnreadableInput(error)) return showProblem(c, 'not-found');
    c.set('words', en);
    if (isDatabaseAway(error)) {
      log.warn({ route: c.req.routePath }, 'The database is away');
      c.header('retry-after', '10');
      return showProblem(c, 'away');
    }
    log.error({ err: error, route: c.req.routePath }, 'A page failed');
    return showProblem(c, 'fault');
  });
  return app;
}
