import type { Hono } from 'hono';
import { type Door, homeOf } from './identity/index.ts';
import { aboutPages } from './identity/pages/about.tsx';
import { accountsPage } from './identity/pages/accounts.tsx';
import { practicesPage } from './identity/pages/practices.tsx';
import type { Cookie } from './identity/pages/session-cookie.ts';
import { settingsPage } from './identity/pages/settings.tsx';
import { setupPage } from './identity/pages/setup.tsx';
import { signInPage, signOutDoor } from './identity/pages/sign-in.tsx';
import { forgottenPage, welcomePage } from './identity/pages/welcome.tsx';
import { answerPage } from './measures/pages/answer.tsx';
import { askMeasurePage } from './measures/pages/ask.tsx';
import { instrumentsPage } from './measures/pages/instruments.tsx';
import { measuresPage } from './measures/pages/measures.tsx';
import { measureSchedulePage } from './measures/pages/schedule.tsx';
import { messagesPage } from './messages/pages/messages.tsx';
import { draftsPage } from './drafts/pages/drafts.tsx';
import { consentPage } from './people/pages/consent.tsx';
import { diedPage } from './people/pages/died.tsx';
import { reachSafelyPage } from './people/pages/reach-safely.tsx';
import { lettersPage } from './people/pages/letters.tsx';
import { sentPage } from './people/pages/sent.tsx';
import { stopPage } from './people/pages/stop.tsx';
import { extractsPage, optOutDoor } from './people/pages/extracts.tsx';
import { leadToJoined, samePage } from './people/pages/same.tsx';
import { sharingPage } from './people/pages/sharing.tsx';
import { aboutPage } from './people/pages/about.tsx';
import { clinicalPage } from './people/pages/clinical.tsx';
import { detailsPage } from './people/pages/details.tsx';
import { askPage } from './referrals/pages/ask.tsx';
import { connectPage } from './connections/pages/connect.tsx';
import { connectionPage } from './connections/pages/connection.tsx';
import { replyPage } from './connections/pages/reply.tsx';
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
import { publicPages, robots } from './directory/pages/public/index.tsx';
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
import { appointmentsPage } from './calendar/pages/appointments.tsx';
import { bookPage } from './calendar/pages/book.tsx';
import { calendarPage } from './calendar/pages/calendar.tsx';
import { feedDoor, feedPage } from './calendar/pages/feed.tsx';
import { figuresPage } from './calendar/pages/figures.tsx';
import { hoursPage } from './calendar/pages/hours.tsx';
import { outcomePage } from './calendar/pages/outcome.tsx';
import { ownAppointmentPage } from './calendar/pages/own.tsx';
import { roomsPage } from './calendar/pages/rooms.tsx';
import { attemptPage } from './support/pages/attempt.tsx';
import { caseloadPage } from './support/pages/caseload.tsx';
import { closePage } from './support/pages/close.tsx';
import { endingPage } from './support/pages/ending.tsx';
import { contactTemplatesPage } from './support/pages/contact-templates.tsx';
import { supervisionPage } from './support/pages/supervision.tsx';
import { toDoPage } from './support/pages/to-do.tsx';
import { contactsPage } from './support/pages/contacts.tsx';
import { contactPage } from './support/pages/contact.tsx';
import { absencesPage } from './support/pages/absences.tsx';
import { handoverPage, personHandoverPage } from './support/pages/handover.tsx';
import { weightDoor } from './support/pages/weight.tsx';
import { holdingPage } from './support/pages/holding.tsx';
import { inDangerPage, personInDangerPage } from './support/pages/in-danger.tsx';
import { letterPage } from './support/pages/letter.tsx';
import { notReachedPage } from './support/pages/not-reached.tsx';
import { personPage } from './support/pages/person.tsx';
import { myPlanPage } from './support/pages/my-plan.tsx';
import { planPage } from './support/pages/plan.tsx';
import { planSharePage } from './support/pages/plan-share.tsx';
import { restrictedPage } from './support/pages/restricted.tsx';
import { safetyPage } from './support/pages/safety.tsx';
import { taskDoors } from './support/pages/tasks.tsx';
import { visitsPage } from './support/pages/visits.tsx';
import { teamPage } from './support/pages/team.tsx';
import type { Modules } from './compose.ts';
import { openBelongingDoors } from './doors-belonging.ts';
import { notStartedYet } from './embedding/pages/change-not-started.tsx';
import { referAids } from './embedding/pages/tools-aids.tsx';

/** Every door of Bothy, one line each. */
export function openDoors(app: Hono<Door>, modules: Modules, cookie: Cookie): void {
  const {
    accounts,
    setup,
    calendar,
    connections,
    drafts,
    identity,
    limits,
    publicUrl,
    machineOf,
    tiles,
    measures,
    messages,
    people,
    consents,
    deaths,
    posting,
    reachings,
    sharing,
    merging,
    optOuts,
    extracts,
    referrals,
    directory,
    feeds,
    freshness,
    room,
    shortlists,
    support,
    planSharing,
  } = modules;
  app.get('/', (c) => c.redirect(c.get('asker') ? homeOf(c.get('asker')!) : '/sign-in', 303));
  app.route('/sign-in', signInPage(identity, cookie, machineOf));
  app.route('/sign-out', signOutDoor(identity, cookie));
  app.route('/', aboutPages());
  app.route('/forgotten', forgottenPage(accounts, machineOf));
  app.route('/welcome', welcomePage(accounts));
  app.route('/setup', setupPage(setup, cookie));
  app.route('/drafts', draftsPage(drafts));
  app.route('/accounts', accountsPage(accounts));
  app.route('/practices', practicesPage(accounts));
  app.route('/settings', settingsPage(accounts));
  app.route(
    '/refer',
    referPage(referrals, {
      aids: referAids(modules.belonging.practiceTools.tools),
      before: notStartedYet(modules.belonging.change.sites),
    }),
  );
  app.route('/ask', askPage({ referrals, identity, limit: limits.asking, machineOf }));
  app.use('/people/:id/*', leadToJoined(merging));
  app.route('/people', detailsPage(people));
  app.route('/people', aboutPage(people));
  app.route('/people', clinicalPage(people));
  app.route('/people', consentPage(consents));
  app.route('/people', diedPage(deaths));
  app.route('/people', reachSafelyPage(reachings));
  app.route('/people', sentPage(posting));
  app.route('/letters', lettersPage(posting));
  app.route('/stop', stopPage({ reachings, guesses: limits.guesses, machineOf }));
  app.route('/people', sharingPage(sharing));
  app.route('/people', samePage(merging));
  app.route('/people', optOutDoor(optOuts));
  app.route('/extracts', extractsPage(extracts, optOuts));
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
  app.route('/team', teamPage(support));
  app.route('/visits', visitsPage(support));
  app.route('/people', personPage(support));
  app.route('/people', contactPage(support));
  app.route('/people', contactsPage(support));
  app.route('/supervision', supervisionPage(support));
  app.route('/tasks', toDoPage(support));
  app.route('/contact-templates', contactTemplatesPage(support));
  app.route('/people', attemptPage(support));
  app.route('/people', taskDoors(support));
  app.route('/people', planPage(support));
  app.route('/people', planSharePage(planSharing));
  app.route('/my-plan', myPlanPage(planSharing, machineOf));
  app.route('/people', holdingPage(support));
  app.route('/people', weightDoor(support));
  app.route('/people', personHandoverPage(support));
  app.route('/handover', handoverPage(support));
  app.route('/absences', absencesPage(support));
  app.route('/people', closePage(support));
  app.route('/people', endingPage(support));
  app.route('/people', notReachedPage(support));
  app.route('/people', measuresPage(measures));
  app.route('/people', askMeasurePage(measures));
  app.route('/answer', answerPage(measures, machineOf));
  app.route('/instruments', measureSchedulePage(measures));
  app.route('/instruments', instrumentsPage(measures));
  app.route('/people', bookPage(calendar));
  app.route('/people', outcomePage(calendar));
  app.route('/people', appointmentsPage(calendar));
  app.route('/calendar', calendarPage(calendar));
  app.route('/calendar/hours', hoursPage(calendar));
  app.route('/calendar/rooms', roomsPage(calendar));
  app.route('/calendar/figures', figuresPage(calendar));
  app.route('/calendar/feed', feedDoor(calendar, publicUrl));
  app.route('/calendar/feed', feedPage(calendar, publicUrl));
  app.route('/appointment', ownAppointmentPage(calendar, machineOf, publicUrl));
  app.route('/in-danger', inDangerPage());
  app.route('/people', personInDangerPage(support));
  app.route('/people', safetyPage(support));
  app.route('/people', restrictedPage(support));
  app.route('/messages', messagesPage(messages));
  openBelongingDoors(app, modules);
}
