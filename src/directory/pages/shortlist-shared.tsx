import { type Context, Hono } from 'hono';
import { Button, EmptyState, PlainPage, useWords } from '../../design/index.ts';
import { type Door, show, started } from '../../identity/index.ts';
import type { SharedList, Shortlists } from '../index.ts';
import { ListedServices } from './shortlist-print.tsx';

type C = Context<Door>;

/** A shortlist for whoever has its link. The address is the key: app.ts keeps it out of caches, search engines and other sites. */
export const sharedListPage = (shortlists: Shortlists, machineOf: (c: Context) => string) =>
  new Hono<Door>().get('/:token', async (c) => {
    c.set('quickExit', true);
    const words = c.get('words').shortlists.shared;
    const opened = await shortlists.shared(c.req.param('token'));
    if (opened.ok) {
      c.set('programme', opened.value.programme);
      const { timeZone } = opened.value.programme.settings;
      return show(c, <SharedListPage list={opened.value} now={started(c)} timeZone={timeZone} />);
    }
    if (opened.error === 'ended') return plain(c, words.ended, words.endedText, 410);
    const waitSeconds = await shortlists.countGuess(machineOf(c));
    if (!waitSeconds) return plain(c, words.unknown, words.unknownText, 404);
    c.header('retry-after', String(waitSeconds));
    return plain(c, words.wait, words.waitText, 429);
  });

const plain = (c: C, title: string, text: string, status: 404 | 410 | 429) =>
  show(
    c,
    <PlainPage title={title}>
      <p>{text}</p>
    </PlainPage>,
    status,
  );

function SharedListPage({ list: { programme, name, services }, now, timeZone }: { list: SharedList; now: Date; timeZone: string }) {
  const { shared } = useWords().shortlists;
  const print = (
    <print-button hidden>
      <Button type="button" variant="secondary" small>
        {shared.print}
      </Button>
    </print-button>
  );
  return (
    <PlainPage title={name || shared.title} actions={print}>
      <p>{shared.intro(programme.name)}</p>
      {services.length === 0 && (
        <EmptyState title={shared.title}>
          <p>{shared.nothing}</p>
        </EmptyState>
      )}
      <ListedServices services={services} now={now} timeZone={timeZone} />
    </PlainPage>
  );
}
