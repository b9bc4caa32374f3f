import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Directory } from '../../directory/index.ts';
import type { Identity, Programme } from '../../identity/index.ts';
import { isUnreadableInput } from '../../platform/database.ts';
import type { Log } from '../../platform/log.ts';
import { mostSent, openToAnybody } from '../../platform/open-api.ts';
import { isDatabaseAway } from '../../platform/plain-error.ts';
import { problem } from './problem.ts';

export type Ground = { directory: Directory; identity: Pick<Identity, 'publishers'>; log: Log; now: () => Date; publicUrl: string };
/** The programme that is read, and the address at which it is. */
export type Api = { Variables: { programme: Programme; base: string } };

/** An API for anybody: any web page may call it, nobody signs in, and what goes wrong is told in JSON. `path` is where it is, without a programme's name. */
export function openRouter({ identity, log, publicUrl }: Ground, path: string): Hono<Api> {
  return new Hono<Api>()
    .onError((error, c) => {
      if (error instanceof HTTPException && error.status === 413) return problem(c, 413, 'Send no more than 100,000 bytes.');
      if (error instanceof HTTPException && error.status < 500) return problem(c, 400, 'What was sent cannot be read.');
      if (isUnreadableInput(error)) return problem(c, 404, 'There is nothing here of that name.');
      if (isDatabaseAway(error)) {
        log.warn({ route: c.req.routePath }, 'The database is away');
        c.header('retry-after', '10');
        return problem(c, 503, 'Please ask again in ten seconds.');
      }
      log.error({ err: error, route: c.req.routePath }, 'An answer of the directory API failed');
      return problem(c, 500, 'That is our fault, and has been noted.');
    })
    .use(...openToAnybody(publicUrl, ['accept', 'content-type', 'if-modified-since', 'if-none-match']))
    .use(bodyLimit({ maxSize: mostSent, onError: (c) => problem(c, 413, 'Send no more than 100,000 bytes.') }))
    .use(async (c, next) => {
      const slug = c.req.param('slug');
      const found = await identity.publishers(slug);
      const only = found.length === 1 ? found[0] : undefined;
      const root = publicUrl.replace(/\/$/, '');
      if (!only && slug !== undefined) return problem(c, 404, `No directory is published under the name ${slug}.`);
      if (!only && !found.length) return problem(c, 404, 'No directory is published here.');
      if (!only) {
        const directories = found.map(({ slug: of, name }) => ({ name, url: `${root}/directory/${of}${path}` }));
        return problem(c, 404, `There are several directories here. Ask one of them by name, such as ${directories[0]!.url}`, {
          directories,
        });
      }
      c.set('programme', only);
      c.set('base', `${root}${slug === undefined ? '' : `/directory/${only.slug}`}${path}`);
      return next();
    });
}

/** Says 404 for all that no other door has answered; last of all. `home` answers the address itself when it is written with a slash behind it. */
export function closeRouter(router: Hono<Api>, home?: (c: Context<Api>) => Response): Hono<Api> {
  return router.all('/*', (c) => {
    const isHome = new URL(c.req.url).pathname === `${new URL(c.get('base')).pathname}/`;
    if (home && isHome && ['GET', 'HEAD'].includes(c.req.method)) return home(c);
    return problem(c, 404, 'There is nothing at this address that can be asked in this way.');
  });
}
