import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Directory } from '../../directory/index.ts';
import type { Identity, Programme } from '../../identity/index.ts';
import { isUnreadableInput } from '../../platform/database.ts';
import type { Log } from '../../platform/log.ts';
import { mostSent, openToAnybody } from '../../platform/open-api.ts';
import { isDatabaseAway } from '../../platform/plain-error.ts';
import { outcome } from './outcome.ts';

export type Ground = { directory: Directory; identity: Pick<Identity, 'publishers'>; log: Log; now: () => Date; publicUrl: string };
/** The programme that is read, and the address at which its FHIR is. */
export type Api = { Variables: { programme: Programme; base: string } };

const path = '/fhir';

/** FHIR for anybody: any web page may ask, nobody signs in, nothing can be changed, and what goes wrong is an OperationOutcome. */
export function openRouter({ identity, log, publicUrl }: Ground): Hono<Api> {
  return new Hono<Api>()
    .onError((error, c) => {
      if (error instanceof HTTPException && error.status < 500)
        return outcome(c, error.status === 413 ? 413 : 400, { code: 'invalid', text: 'What was sent cannot be read.' });
      if (isUnreadableInput(error)) return outcome(c, 404, { code: 'not-found', text: 'There is nothing here of that name.' });
      if (isDatabaseAway(error)) {
        log.warn({ route: c.req.routePath }, 'The database is away');
        c.header('retry-after', '10');
        return outcome(c, 503, { code: 'transient', text: 'Please ask again in ten seconds.' });
      }
      log.error({ err: error, route: c.req.routePath }, 'An answer of the FHIR API failed');
      return outcome(c, 500, { code: 'exception', text: 'That is our fault, and has been noted.' });
    })
    .use(...openToAnybody(publicUrl, ['accept', 'content-type', 'if-none-match', 'prefer']))
    .use(
      bodyLimit({
        maxSize: mostSent,
        onError: (c) => outcome(c, 413, { code: 'too-costly', text: 'Send no more than 100,000 bytes.' }),
      }),
    )
    .use(async (c, next) => {
      if (wantsXml(c.req.query('_format') ?? c.req.header('accept') ?? ''))
        return outcome(c, 406, { code: 'not-supported', text: 'Ask for application/fhir+json.' });
      const slug = c.req.param('slug');
      const found = await identity.publishers(slug);
      const only = found.length === 1 ? found[0] : undefined;
      const root = publicUrl.replace(/\/$/, '');
      if (!only && found.length && slug === undefined)
        return outcome(c, 404, {
          code: 'not-found',
          text: `There are several directories here. Ask one by name: ${root}/directory/${found[0]!.slug}${path}`,
        });
      if (!only) return outcome(c, 404, { code: 'not-found', text: 'No directory is published here.' });
      c.set('programme', only);
      c.set('base', `${root}${slug === undefined ? '' : `/directory/${only.slug}`}${path}`);
      return next();
    });
}

const wantsXml = (format: string): boolean => /xml/i.test(format) && !/json|\*\/\*|html/i.test(format);
