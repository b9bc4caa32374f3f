import { Hono } from 'hono';
import { Button, ButtonRow, Form, formatDate, InsetText, Page, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import type { Calendars } from '../index.ts';

/** Where a link worker makes the address of their private calendar, and stops it. */
export const feedPage = (calendar: Calendars, publicUrl: string) =>
  new Hono<Door>()
    .use('/', allow('keep calendar'))
    .use('/end', allow('keep calendar'))
    .get('/', async (c) => show(c, <FeedPage since={await calendar.seeFeed(askerOf(c))} />))
    .post('/', async (c) => {
      const made = await calendar.makeFeed(askerOf(c));
      if (!made.ok) return showProblem(c, made.error);
      c.header('cache-control', 'no-store');
      return show(c, <FeedPage since={await calendar.seeFeed(askerOf(c))} address={`${publicUrl}/calendar/feed/${made.value}.ics`} />);
    })
    .post('/end', async (c) => {
      await calendar.endFeed(askerOf(c));
      return c.redirect('/calendar/feed?done=feed-ended', 303);
    });

/** The calendar itself, for whoever holds its address. */
export const feedDoor = (calendar: Calendars, publicUrl: string) =>
  new Hono<Door>().get('/:token{[\\w-]+\\.ics}', async (c) => {
    const feed = await calendar.readFeed(c.req.param('token').slice(0, -4), publicUrl);
    if (!feed) return showProblem(c, 'not-found');
    c.header('etag', feed.etag);
    c.header('cache-control', 'private, no-cache');
    if (c.req.header('if-none-match') === feed.etag) return c.body(null, 304);
    return c.body(feed.text, 200, { 'content-type': 'text/calendar; charset=utf-8' });
  });

function FeedPage({ since, address }: { since: Date | undefined; address?: string }) {
  const words = useWords().calendar.feedPage;
  return (
    <Page title={words.title} back={{ href: '/calendar' }}>
      <p>{words.intro}</p>
      <p>{words.safe}</p>
      <p>{words.secret}</p>
      {address ? (
        <InsetText>
          <p>{words.made}</p>
          <p>
            <code class="bothy-address">{address}</code>
          </p>
          <p>{words.how}</p>
        </InsetText>
      ) : (
        <p>{since ? words.since(formatDate(since)) : words.none}</p>
      )}
      <ButtonRow>
        <Form action="/calendar/feed">
          <Button preventDoubleClick>{since ? words.remake : words.make}</Button>
        </Form>
        {since && (
          <Form action="/calendar/feed/end">
            <Button variant="secondary">{words.end}</Button>
          </Form>
        )}
      </ButtonRow>
      {since && <p class="bothy-note">{words.remakeHint}</p>}
    </Page>
  );
}
