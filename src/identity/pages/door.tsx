import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes, routePath } from 'hono/route';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ComponentChild } from 'preact';
import { Page, PlainPage, renderPage, type Chrome } from '../../design/index.ts';
import { en, type Words } from '../../../locales/en/index.ts';
import type { Asker } from '../asker.ts';
import { type Action, mayAtAll } from '../policy.ts';
import type { Programme } from '../programme.ts';
import { navigationFor, roleLine } from './navigation.ts';

/** What every page handler can ask of its context. */
export type Door = {
  Variables: {
    asker?: Asker;
    /** Whose page it is, where nobody has to sign in. */ programme?: Programme;
    /** A page for people who may have to leave it quickly. */
    quickExit?: boolean;
    words: Words;
    now: Date;
    reads: string[];
    /** Of the long form on this page. */ drafts?: NonNullable<Chrome['drafts']>;
  };
};
type C = Context<Door>;

/** Whoever is signed in. Only behind `allow`. */
export function askerOf(c: C): Asker {
  const asker = c.get('asker');
  if (!asker) throw new Error('This page is not behind allow().');
  return asker;
}

/** Lets through whoever has a role that may do this at all; the use case then checks that this thing is within their reach. */
export function allow(action: Action): MiddlewareHandler<Door> & { action: Action } {
  const guard: MiddlewareHandler<Door> = async (c, next) => {
    const asker = c.get('asker');
    if (!asker) return c.redirect(signInFor(c), 303);
    if (!mayAtAll(asker, action)) return showProblem(c, 'not-yours');
    return next();
  };
  return Object.assign(guard, { action });
}

const signInFor = (c: C) =>
  c.req.method === 'GET' ? `/sign-in?next=${encodeURIComponent(new URL(c.req.url).pathname)}` : '/sign-in?done=signed-out-meanwhile';

/** Notes that this page shows these people's records; one middleware writes it down. */
export const readsOf = (c: C, ...people: string[]): void => void c.get('reads').push(...people);

/** Sends a page in the asker's frame: programme name, their navigation, and the notice named by `?done=`. */
export function show(c: C, page: ComponentChild, status: ContentfulStatusCode = 200): Response {
  return c.html(renderPage(chromeOf(c), page), status);
}

function chromeOf(c: C): Chrome {
  const words = c.get('words') ?? en;
  const asker = c.get('asker');
  const programme = c.get('programme') ?? asker?.programme;
  const done = c.req.query('done') as keyof Words['notices'] | undefined;
  return {
    programme: { name: programme?.name ?? words.identity.bothy, ...(programme?.settings.colour && { colour: programme.settings.colour }) },
    words,
    lang: 'en',
    path: c.req.path,
    nav: asker ? navigationFor(asker, words) : [],
    suggestHref: suggestFrom(c, programme),
    ...(c.get('quickExit') && { quickExit: true }),
    ...(c.get('drafts') && { drafts: c.get('drafts') }),
    ...(asker && { asker: { name: asker.name, roleLine: roleLine(asker, words) } }),
    ...(done && Object.hasOwn(words.notices, done) && { notice: { kind: 'success' as const, text: words.notices[done] } }),
  };
}

/** The kind of page goes along, never its address: that may hold an id, or be a key. */
const suggestFrom = (c: C, programme: Programme | undefined): string => {
  const kind = routePath(c);
  const page = kind.includes('*') ? '' : `?page=${encodeURIComponent(kind)}`;
  return programme ? `/together/${programme.slug}/suggest${page}` : '/together';
};

const problems = {
  'not-yours': 403,
  'not-found': 404,
  fault: 500,
  away: 503,
  'changed-meanwhile': 409,
  'other-site': 403,
  'not-understood': 400,
  'too-big': 413,
} as const;
type Problem = keyof typeof problems;

/**
 * A whole page for what cannot be shown next to a field. A thing that is not the asker's to see gets the same page as one that there
 * is not, so that nobody learns from the answer that it exists.
 */
export function showProblem(c: C, reason: Problem): Response {
  const problem = reason === 'not-yours' && isAboutOneThing(c) ? 'not-found' : reason;
  const { title, text } = (c.get('words') ?? en).problems[problem];
  const Frame = c.get('asker') ? Page : PlainPage;
  return show(
    c,
    <Frame title={title}>
      <p>{text}</p>
    </Frame>,
    problems[problem],
  );
}

function isAboutOneThing(c: C): boolean {
  const paths = matchedRoutes(c).map(({ path }) => path);
  return !paths.includes(c.req.path) && paths.some((path) => path.includes('/:'));
}

/** When this request began; the one clock of a page. */
export const started = (c: C): Date => c.get('now');
