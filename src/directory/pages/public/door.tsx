import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ComponentChild } from 'preact';
import { PublicPage } from '../../../design/index.ts';
import { type Door, type Identity, type Programme, show } from '../../../identity/index.ts';
import type { Tiles } from '../../../platform/config.ts';
import type { RateLimit } from '../../../platform/rate-limit.ts';
import type { Directory } from '../../index.ts';

export type PublicDoor = { Variables: Door['Variables'] & { programme: Programme; quiet?: Quiet } };
/** What nobody should be seen to read: a page, or a page with a form, which old browsers could not send from nowhere. */
type Quiet = 'page' | 'form';
export type C = Context<PublicDoor>;
export type PublicNeeds = {
  directory: Directory;
  identity: Identity;
  limits: { publicSearches: RateLimit; publicGaps: RateLimit };
  machineOf: (c: Context) => string;
  publicUrl: string;
  tiles?: Tiles | undefined;
};

/** What every public page is drawn with. */
export type Frame = { programme: Programme; home: string; now: Date; timeZone: string };

export const homeOfDirectory = ({ slug }: Pick<Programme, 'slug'>): string => `/directory/${slug}`;

export function frameOf(c: C): Frame {
  const programme = c.get('programme');
  return { programme, home: homeOfDirectory(programme), now: c.get('now'), timeZone: programme.settings.timeZone };
}

/** Stands before every page of a programme's directory; a programme that does not publish has none. */
export const onlyPublished =
  (identity: Identity): MiddlewareHandler<PublicDoor> =>
  async (c, next) => {
    const [programme] = await identity.publishers(c.req.param('slug') ?? '');
    c.set('quickExit', true);
    if (!programme) return notHere(c);
    c.set('programme', programme);
    return next();
  };

/** Stands outside the guard: what nobody should be seen to read is told to no other site, and kept nowhere. */
export const keepQuiet: MiddlewareHandler = async (c, next) => {
  await next();
  const quiet = c.get('quiet') as Quiet | undefined;
  if (!quiet) return;
  // Neither tells other sites anything. With `no-referrer`, a browser that does not say `Sec-Fetch-Site` is taken for another site's form.
  c.res.headers.set('referrer-policy', quiet === 'page' ? 'no-referrer' : 'same-origin');
  c.res.headers.set('cache-control', 'no-store');
  c.res.headers.set('x-robots-tag', 'noindex, nofollow');
};

/** A page that is the same for everybody. `kept` is for how long browsers and whatever stands between may keep it. */
export function showPublic(
  c: C,
  page: ComponentChild,
  { status = 200, kept = true }: { status?: ContentfulStatusCode; kept?: boolean } = {},
) {
  const answer = show(c as never, page, status);
  answer.headers.set('cache-control', kept ? 'public, max-age=300' : 'no-store');
  if (!kept) answer.headers.set('x-robots-tag', 'noindex');
  return answer;
}

export function notHere(c: C): Response {
  const { title, text } = c.get('words').problems['not-found'];
  return showPublic(c, <Plain home="/directory" title={title} text={text} />, { status: 404, kept: false });
}

export function waitAWhile(c: C, seconds: number): Response {
  const { wait, waitText } = c.get('words').publicDirectory;
  const answer = showPublic(c, <Plain home={frameOf(c).home} title={wait} text={waitText} />, { status: 429, kept: false });
  answer.headers.set('retry-after', String(seconds));
  return answer;
}

export const Plain = ({ home, title, text }: { home: string; title: string; text: string }) => (
  <PublicPage title={title} home={home} back={{ href: home }}>
    <p>{text}</p>
  </PublicPage>
);
