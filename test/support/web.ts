import { openApp } from '../../src/app.ts';
import { compose, type Modules } from '../../src/compose.ts';
import type { Asker } from '../../src/identity/index.ts';
import type { Database } from '../../src/platform/database.ts';
import { openLog } from '../../src/platform/log.ts';
import { heldJobs } from './jobs.ts';
import { heldMail } from './mail.ts';
import { password } from './programme.ts';

export const origin = 'http://127.0.0.1:3000';
export type Form = Record<string, string | readonly string[]>;

/** The whole application on a test's database, with a queue that waits to be asked and a clock that can be set. */
export function openWeb(db: Database, publicUrl = origin) {
  const jobs = heldJobs();
  const mail = heldMail();
  const clock = { now: new Date('2026-11-21T10:00:00Z') };
  let machine = 0;
  const modules: Modules = compose({
    db,
    jobs,
    notify: mail,
    log: openLog('silent'),
    now: () => clock.now,
    publicUrl,
    machineOf: () => `test ${++machine} ${Math.random()}`,
  });
  const app = openApp(modules);

  const visit = (cookie?: string) => {
    const request = (method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}) =>
      Promise.resolve(
        app.request(`${origin}${path}`, {
          method,
          headers: { origin, ...(cookie && { cookie }), ...headers },
          ...(body !== undefined && { body }),
        }),
      );
    return {
      request,
      get: (path: string) => request('GET', path),
      post: (path: string, form: Form = {}) => request('POST', path, encode(form), { 'content-type': 'application/x-www-form-urlencoded' }),
    };
  };

  return {
    app,
    modules,
    jobs,
    mail,
    clock,
    nobody: visit(),
    async signedIn(asker: Asker) {
      const answer = await visit().post('/sign-in', { email: asker.email, password });
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
      if (!cookie) throw new Error(`${asker.email} could not sign in: ${answer.status}`);
      return visit(cookie);
    },
  };
}

function encode(form: Form): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) body.append(name, each);
  return body;
}
