import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { en } from '../locales/en/index.ts';
import { type Door, homeOf, showProblem } from './identity/index.ts';
import { guard } from './guard.ts';
import { recogniseAsker, sessionCookie, signInPage, signOutDoor } from './identity/pages/sign-in.tsx';
import { messagesPage } from './messages/pages/messages.tsx';
import { detailsPage } from './people/pages/details.tsx';
import { askPage } from './referrals/pages/ask.tsx';
import { connectPage } from './connections/pages/connect.tsx';
import { connectionPage } from './connections/pages/connection.tsx';
import { keepPrivate, replyPage } from './connections/pages/reply.tsx';
import { requestsPage } from './connections/pages/requests.tsx';
import { considerPage } from './referrals/pages/consider.tsx';
import { madePage } from './referrals/pages/made.tsx';
import { queuePage } from './referrals/pages/queue.tsx';
import { referPage } from './referrals/pages/refer.tsx';
import { gapsPage } from './directory/pages/gaps.tsx';
import { servicePage } from './directory/pages/service.tsx';
import { servicesPage } from './directory/pages/services.tsx';
import { isUnreadableInput } from './platform/database.ts';
import type { Modules } from './compose.ts';

/** Every door of Bothy, one line each. */
export function openApp({ connections, identity, limits, db, log, now, publicUrl, machineOf, messages, people, referrals, directory }: Modules) {
  const cookie = sessionCookie(publicUrl);
  const app = new Hono<Door>();
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.use('/public/*', serveStatic({ root: './dist', onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }));
  app.use('/reply/*', keepPrivate);
  guard(app, { db, log, now, publicUrl });
  app.use(recogniseAsker(identity, cookie));

  app.get('/', (c) => c.redirect(c.get('asker') ? homeOf(c.get('asker')!) : '/sign-in', 303));
  app.route('/sign-in', signInPage(identity, cookie, machineOf));
  app.route('/sign-out', signOutDoor(identity, cookie));
  app.route('/refer', referPage(referrals));
  app.route('/ask', askPage({ referrals, identity, limit: limits.asking, machineOf }));
  app.route('/people', detailsPage(people));
  app.route('/referrals', madePage(referrals));
  app.route('/queue', queuePage(referrals));
  app.route('/queue', considerPage(referrals));
  app.route('/services', servicesPage(directory));
  app.route('/services', servicePage(directory));
  app.route('/gaps', gapsPage(directory));
  app.route('/people', connectPage(connections));
  app.route('/connections', connectionPage(connections));
  app.route('/requests', requestsPage(connections));
  app.route('/reply', replyPage(connections, machineOf));
  app.route('/messages', messagesPage(messages));

  app.notFound((c) => showProblem(c, 'not-found'));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return showProblem(c, error.status === 403 ? 'other-site' : 'not-understood');
    if (isUnreadableInput(error)) return showProblem(c, 'not-found');
    log.error({ err: error, route: c.req.routePath }, 'A page failed');
    c.set('words', en);
    return showProblem(c, 'fault');
  });
  return app;
}
