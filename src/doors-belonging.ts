import type { Hono } from 'hono';
import type { Door } from './identity/index.ts';
import type { Modules } from './compose.ts';
import { agreementsPage } from './embedding/pages/agreements.tsx';
import { belongingPage } from './embedding/pages/belonging.tsx';
import { allChangePage, changePage, everywherePage } from './embedding/pages/change.tsx';
import { incidentsPage } from './embedding/pages/incidents.tsx';
import { reportPage } from './embedding/pages/report.tsx';
import { reportsPage } from './embedding/pages/reports.tsx';
import { makeRoundPage } from './embedding/pages/rounds-make.tsx';
import { roundPage } from './embedding/pages/rounds-round.tsx';
import { roundsPage } from './embedding/pages/rounds.tsx';
import { surveyPage } from './embedding/pages/survey.tsx';
import { toolsPage } from './embedding/pages/tools.tsx';

/** The doors of embedding and voice, one line each. */
export function openBelongingDoors(app: Hono<Door>, { belonging, machineOf, publicUrl }: Modules): void {
  app.route('/belonging', belongingPage(belonging.index));
  app.route('/belonging', roundsPage(belonging.rounds));
  app.route('/belonging', makeRoundPage(belonging.rounds));
  app.route('/belonging', roundPage(belonging.rounds, publicUrl));
  app.route('/round', surveyPage(belonging.rounds, machineOf));
  app.route('/agreements', agreementsPage(belonging.change.agreements));
  app.route('/change', allChangePage(belonging.change.sites));
  app.route('/training', everywherePage(belonging.change.sites, 'training'));
  app.route('/commitments', everywherePage(belonging.change.sites, 'commitments'));
  app.route('/belonging', changePage(belonging.change));
  app.route('/incidents', incidentsPage(belonging.change.incidents));
  app.route('/tools', toolsPage(belonging.practiceTools.tools));
  app.route('/belonging', reportsPage(belonging.practiceTools.reports));
  app.route('/practice-report', reportPage(belonging.practiceTools.reports));
}
