import { Hono } from 'hono';
import { DraftButtons, EmptyState, formatDateTime, formatTime, Page, Panel, useWords } from '../../design/index.ts';
import { allow, type Asker, askerOf, type Door, homeOf, show, started } from '../../identity/index.ts';
import { type DraftKind, kindOf } from '../draft.ts';
import type { Draft, Drafts } from '../index.ts';
import { formOf } from './keep-drafts.ts';

/** What somebody has begun and not saved: kept by the script of a form, listed, taken up again, thrown away. */
export const draftsPage = (drafts: Drafts) =>
  new Hono<Door>()
    .use('/', allow('keep drafts'))
    .use('/*', allow('keep drafts'))
    .get('/', async (c) => show(c, <DraftsPage asker={askerOf(c)} drafts={await drafts.unfinished(askerOf(c))} />))
    .post('/', async (c) => {
      const asker = askerOf(c);
      const form = await formOf(c);
      const ticket = form && (await drafts.read(form.text));
      if (ticket?.account !== asker.id) return c.json({}, 422);
      const kept = await drafts.keep(ticket, form!.fields, form!.turn);
      if (kept.ok) return c.json({ time: formatTime(started(c), { timeZone: asker.programme.settings.timeZone }) });
      return kept.error === 'too-long' ? c.json({}, 422) : c.json({ ticket: await drafts.ticketFor(asker, ticket.page) }, 410);
    })
    .get('/:id', async (c) => {
      const draft = await drafts.find(askerOf(c), c.req.param('id'));
      // Whoever signs in where somebody else was signed out gets to their own work, and learns nothing.
      return c.redirect(draft ? `${draft.page}?draft=${draft.id}` : homeOf(askerOf(c)), 303);
    })
    .post('/:id/go-on', async (c) => {
      const taken = await drafts.takeUp(askerOf(c), c.req.param('id'));
      return c.redirect(taken.ok ? `${taken.value.page}?draft=${taken.value.id}` : '/drafts?done=draft-gone', 303);
    })
    .post('/:id/remove', async (c) => {
      const draft = await drafts.find(askerOf(c), c.req.param('id'));
      if (draft) await drafts.finish(askerOf(c), draft.id);
      return c.redirect(`${draft?.page ?? '/drafts'}?done=${draft ? 'draft-thrown-away' : 'draft-gone'}`, 303);
    });

function DraftsPage({ asker, drafts }: { asker: Asker; drafts: readonly Draft[] }) {
  const words = useWords().drafts;
  const when = (at: Date) => formatDateTime(at, { timeZone: asker.programme.settings.timeZone });
  const known = drafts.flatMap((draft): (Draft & { kind: DraftKind })[] => {
    const kind = kindOf(draft.page);
    return kind ? [{ ...draft, kind }] : [];
  });
  return (
    <Page title={words.page.title} back={{ href: homeOf(asker) }}>
      <p>{words.page.intro}</p>
      {known.length === 0 && (
        <EmptyState title={words.page.none}>
          <p>{words.page.noneText}</p>
        </EmptyState>
      )}
      {known.map(({ id, kind, beganAt, savedAt }) => (
        <Panel heading={words.kinds[kind]} key={id}>
          <p>{words.page.saved(when(savedAt))}</p>
          <DraftButtons id={id} when={when(beganAt)} />
        </Panel>
      ))}
    </Page>
  );
}
