import type { Hono } from 'hono';
import type { Door } from './identity/index.ts';
import type { Modules } from './compose.ts';
import { agreementsPage } from './embedding/pages/agreements.tsx';

/** The doors of embedding and voice, one line each. */
export function openBelongingDoors(app: Hono<Door>, { belonging }: Modules): void {
  app.route('/agreements', agreementsPage(belonging.agreements));
}
