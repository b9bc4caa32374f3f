import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { en } from '../locales/en/index.ts';
import { themeCss } from './design/index.ts';
import { type Door, homeOf, showProblem } from './identity/index.ts';
import { guard } from './guard.ts';
import { fhirDoors } from './fhir/index.ts';
import { directoryApis } from './hsds/index.ts';
import { aboutPages } from './identity/pages/about.tsx';
import { accountsPage } from './identity/pages/accounts.tsx';
import { practicesPage } from './identity/pages/practices.tsx';
import { sessionCookie } from './identity/pages/session-cookie.ts';
import { settingsPage } from './identity/pages/settings.tsx';
import { setupPage } from './identity/pages/setup.tsx';
import { recogniseAsker, signInPage, signOutDoor } from './identity/pages/sign-in.tsx';
import { forgottenPage, welcomePage } from './identity/pages/welcome.tsx';
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
import { editOrganisationPage } from './directory/pages/edit-organisation.tsx';
import { editPlacePage } from './directory/pages/edit-place.tsx';
import { editServicePage } from './directory/pages/edit-service.tsx';
import { changeSetPage } from './directory/pages/change-set.tsx';
import { differencesPage } from './directory/pages/differences.tsx';
import { exportPage } from './directory/pages/export.tsx';
import { feedsPage } from './directory/pages/feeds.tsx';
import { importCsvPage } from './directory/pages/import-csv.tsx';
import { matchesPage } from './directory/pages/matches.tsx';
import { gapsPage } from './directory/pages/gaps.tsx';
import { assureDoor, directoryWorkPage } from './directory/pages/directory-work.tsx';
import { organisationPage } from './directory/pages/organisation.tsx';
import { keepQuiet, publicPages, robots } from './directory/pages/public/index.tsx';
import { ownServicesPage } from './directory/pages/own-services.tsx';
import { roomPage } from './directory/pages/room.tsx';
import { servicePage } from './directory/pages/service.tsx';
import { servicesPage } from './directory/pages/services.tsx';
import { taxonomiesPage } from './directory/pages/taxonomies.tsx';
import { sharedListPage } from './directory/pages/shortlist-shared.tsx';
import { shortlistsPage } from './directory/pages/shortlists.tsx';
import { stillRightPage } from './directory/pages/still-right.tsx';
import { publicSuggestPage, suggestPage } from './directory/pages/suggest.tsx';
import { suggestionsPage } from './directory/pages/suggestions.tsx';
import { versionsPage } from './directory/pages/versions.tsx';
import { attemptPage } from './support/pages/attempt.tsx';
import { caseloadPage } from './support/pages/caseload.tsx';
import { closePage } from './support/pages/close.tsx';
import { contactPage } from './support/pages/contact.tsx';
import { inDangerPage } from './support/pages/in-danger.tsx';
import { letterPage } from './support/pages/letter.tsx';
import { notReachedPage } from './support/pages/not-reached.tsx';
import { personPage } from './support/pages/person.tsx';
import { planPage } from './support/pages/plan.tsx';
import { taskDoors } from './support/pages/tasks.tsx';
import { isUnreadableInput } from './platform/database.ts';
import type { Request } from './platform/metrics.ts';
import { isDatabaseAway } from './platform/plain-error.ts';
import type { Modules } from './compose.ts';

/** Every door of Bothy, one line each. */
export function openApp(
  {
    accounts,
    setup,
    connections,
    identity,
    limits,
    db,
    log,
    now,
    publicUrl,
    machineOf,
    tiles,
    messages,
    people,
    referrals,
    directory,
    feeds,
    freshness,
    room,
    shortlists,
    support,
  }: Modules,
  noteRequest: (request: Request) => void = () => {},
) {
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
  for (const byLink of ['/reply/*', '/still-right/*', '/list/*', '/welcome/*', '/setup/*']) app.use(byLink, keepPrivate);
  app.use('/directory/*', keepQuiet);
  guard(app, { db, log, now, publicUrl, tiles });
  app.use(recogniseAsker(identity, cookie));

  app.get('/', (c) => c.redirect(c.get('asker') ? homeOf(c.get('asker')!) : '/sign-in', 303));
  app.route('/sign-in', signInPage(identity, cookie, machineOf));
  app.route('/sign-out', signOutDoor(identity, cookie));
  app.route('/', aboutPages());
  app.route('/forgotten', forgottenPage(accounts, machineOf));
  app.route('/welcome', welcomePage(accounts));
  app.route('/setup', setupPage(setup, cookie));
  app.route('/accounts', accountsPage(accounts));
  app.route('/practices', practicesPage(accounts));
  app.route('/settings', settingsPage(accounts));
  app.route('/refer', referPage(referrals));
  app.route('/ask', askPage({ referrals, identity, limit: limits.asking, machineOf }));
  app.route('/people', detailsPage(people));
  app.route('/referrals', madePage(referrals));
  app.route('/referrals', letterPage(support));
  app.route('/queue', queuePage(referrals));
  app.route('/queue', considerPage(referrals));
  app.route('/services', servicesPage(directory, tiles));
  app.route('/services', organisationPage(directory));
  app.route('/services', editServicePage(directory));
  app.route('/organisations', editOrganisationPage(directory));
  app.route('/places', editPlacePage(directory));
  app.route('/services', servicePage(directory, shortlists, room, tiles));
  app.route('/services', roomPage(room));
  app.route('/our-services', ownServicesPage(room));
  app.route('/services', suggestPage(freshness));
  app.route('/services', assureDoor(freshness));
  app.route('/services', versionsPage(freshness, 'service'));
  app.route('/organisations', versionsPage(freshness, 'organisation'));
  app.route('/locations', versionsPage(freshness, 'location'));
  app.route('/directory-work', directoryWorkPage(freshness));
  app.route('/suggestions', suggestionsPage(freshness));
  app.route('/still-right', stillRightPage(freshness, machineOf));
  app.route('/shortlists', shortlistsPage(shortlists, publicUrl));
  app.route('/list', sharedListPage(shortlists, machineOf));
  app.route('/gaps', gapsPage(directory));
  app.route('/feeds/csv', importCsvPage(feeds));
  app.route('/feeds/export', exportPage(directory));
  app.route('/feeds', feedsPage(feeds));
  app.route('/changes', changeSetPage(feeds));
  app.route('/matches', matchesPage(feeds));
  app.route('/differences', differencesPage(feeds));
  app.route('/taxonomies', taxonomiesPage(directory));
  app.route('/directory', publicPages({ directory, identity, limits, machineOf, publicUrl, tiles }));
  app.route('/directory', publicSuggestPage({ freshness, identity, limit: limits.suggesting, machineOf }));
  app.route('/robots.txt', robots(publicUrl));
  app.route('/people', connectPage(connections));
  app.route('/connections', connectionPage(connections));
  app.route('/requests', requestsPage(connections));
  app.route('/reply', replyPage(connections, machineOf));
  app.route('/caseload', caseloadPage(support));
  app.route('/people', personPage(support));
  app.route('/people', contactPage(support));
  app.route('/people', attemptPage(support));
  app.route('/people', taskDoors(support));
  app.route('/people', planPage(support));
  app.route('/people', closePage(support));
  app.route('/people', notReachedPage(support));
  app.route('/in-danger', inDangerPage());
  app.route('/messages', messagesPage(messages));

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
