import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { formatDateTime } from '../../design/index.ts';
import { type Asker, type Door, homeOf, mayAtAll } from '../../identity/index.ts';
import { type Fields, pageOf } from '../draft.ts';
import type { Drafts, OnPage } from '../index.ts';

type C = Context<Door>;

/**
 * Stands before every page. What is posted by a form that keeps drafts is kept before anything else is done with it, for the account
 * that the form was given to, whoever is signed in by now; once it has been saved for good the draft goes.
 */
export const keepDrafts = (drafts: Drafts) =>
  createMiddleware<Door>(async (c, next) => {
    const asker = c.get('asker');
    const form = c.req.method === 'POST' ? await formOf(c) : undefined;
    if (form) return kept(c, drafts, form, next);
    const page = c.req.method === 'GET' ? pageOf(c.req.path) : undefined;
    if (asker && page && mayAtAll(asker, 'keep drafts'))
      c.set('drafts', shown(asker, await drafts.onPage(asker, page, { offered: page === c.req.path, wanted: c.req.query('draft') })));
    return next();
  });

async function kept(c: C, drafts: Drafts, { fields, text, turn }: Form, next: () => Promise<void>): Promise<Response | void> {
  const asker = c.get('asker');
  const ticket = await drafts.read(text);
  if (!ticket) return next();
  const byScript = c.req.path === '/drafts';
  if (byScript && asker?.id === ticket.account) return next();
  const draft = await drafts.keep(ticket, fields, byScript ? turn : undefined);
  if (byScript) return c.json({}, 401);
  if (!asker) {
    const signIn = `/sign-in?next=/drafts/${ticket.draft}`;
    return draft.ok ? c.redirect(`${signIn}&done=kept-for-you`, 303) : next();
  }
  if (asker.id !== ticket.account) return c.redirect(`${homeOf(asker)}?done=kept-for-them`, 303);
  c.set('drafts', {
    ticket: draft.ok ? text : await drafts.ticketFor(asker, ticket.page),
    turn: draft.ok ? draft.value.turn : 0,
    waiting: [],
  });
  await next();
  if (draft.ok && c.res.status === 303) await drafts.finish(asker, ticket.draft);
}

type Form = { fields: Fields; text: string; turn: number | undefined };

/** The form that was posted, if it is one that keeps drafts. */
export async function formOf(c: C): Promise<Form | undefined> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return undefined;
  const body = await c.req.parseBody({ all: true }).catch(() => ({}));
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    const texts = [value].flat().filter((each) => typeof each === 'string');
    fields[name] = texts.length > 1 ? texts : (texts[0] ?? '');
  }
  const { _draft: text, _draftTurn: turn } = fields;
  if (typeof text !== 'string' || !text) return undefined;
  return { fields, text, turn: Number.isSafeInteger(Number(turn)) && turn !== undefined ? Number(turn) : undefined };
}

function shown({ programme }: Asker, { ticket, turn, waiting, taken }: OnPage) {
  const when = (at: Date) => formatDateTime(at, { timeZone: programme.settings.timeZone });
  return {
    ticket,
    turn,
    waiting: waiting.map(({ id, beganAt }) => ({ id, when: when(beganAt) })),
    ...(taken && { taken: { when: when(taken.savedAt), fields: taken.fields } }),
  };
}
