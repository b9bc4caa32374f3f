import { type Context, Hono } from 'hono';
import { Button, Form, PlainPage, useWords } from '../../design/index.ts';
import { type Door, show } from '../../identity/index.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import type { Reachings } from '../index.ts';

type Ports = { reachings: Reachings; guesses: RateLimit; machineOf: (c: Context) => string };

/** For whoever was written to: no more messages, in one step and without signing in. It names nobody. */
export const stopPage = ({ reachings, guesses, machineOf }: Ports) => {
  const unknown = async (c: Context<Door>) => {
    const waitSeconds = await guesses.take(machineOf(c));
    if (waitSeconds) c.header('retry-after', String(waitSeconds));
    return show(c, <UnknownPage />, waitSeconds ? 429 : 404);
  };
  return new Hono<Door>()
    .use('/:token', async (c, next) => {
      c.set('quickExit', true);
      await next();
    })
    .get('/:token', async (c) => {
      const found = await reachings.stopLinkOf(c.req.param('token'));
      if (!found) return unknown(c);
      c.set('programme', found.programme);
      return show(
        c,
        found.stopped ? <StoppedPage phone={found.phone} /> : <AskPage token={c.req.param('token')} programme={found.programme.name} />,
      );
    })
    .post('/:token', async (c) => {
      const token = c.req.param('token');
      if (!(await reachings.stopByLink(token))) return unknown(c);
      const found = await reachings.stopLinkOf(token);
      if (found) c.set('programme', found.programme);
      return show(c, <StoppedPage phone={found?.phone ?? ''} />);
    });
};

function AskPage({ token, programme }: { token: string; programme: string }) {
  const words = useWords().reaching.stop;
  return (
    <PlainPage title={words.ask}>
      <p>{words.text(programme)}</p>
      <Form action={`/stop/${token}`}>
        <Button preventDoubleClick>{words.button}</Button>
      </Form>
    </PlainPage>
  );
}

function StoppedPage({ phone }: { phone: string }) {
  const words = useWords().reaching.stop;
  return (
    <PlainPage title={words.done}>
      <p>{words.doneText}</p>
      {phone && <p>{words.ring(phone)}</p>}
    </PlainPage>
  );
}

function UnknownPage() {
  const words = useWords().reaching.stop;
  return (
    <PlainPage title={words.unknown}>
      <p>{words.unknownText}</p>
    </PlainPage>
  );
}
