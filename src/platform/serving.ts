import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { PlainError } from './plain-error.ts';

type Fetch = Parameters<typeof serve>[0]['fetch'];
export type Serving = { port: number; close(): Promise<void> };

/** Listens, or says in a sentence why it cannot. `close` lets answers that are under way finish. */
export async function listen(fetch: Fetch, { host, port, variable }: { host: string; port: number; variable: string }): Promise<Serving> {
  const server = serve({ fetch, hostname: host, port });
  await new Promise<void>((ready, fail) => {
    server.once('listening', ready);
    server.once('error', (error: NodeJS.ErrnoException) => fail(refusal(error, host, port, variable)));
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50);
        server.close(() => {
          clearInterval(idle);
          closed();
        });
      }),
  };
}

function refusal({ code, message }: NodeJS.ErrnoException, host: string, port: number, variable: string): PlainError {
  if (code === 'EADDRINUSE')
    return new PlainError(`Port ${port} on ${host} is in use already. Stop what is using it, or set ${variable} to another.`);
  if (code === 'EACCES') return new PlainError(`This account may not listen on port ${port}. Set ${variable} to a number above 1023.`);
  return new PlainError(`Bothy cannot listen on ${host}, port ${port} (${code ?? message}). See that HOST and ${variable} are right.`);
}

const answerWhileStarting = (request: Request): Response =>
  new URL(request.url).pathname === '/health'
    ? Response.json({ status: 'starting' }, { status: 503, headers: { 'retry-after': '1' } })
    : new Response('Bothy is starting. Try again in a moment.', {
        status: 503,
        headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' },
      });

/** A fetch that answers 503 until the real one is there. */
export function startingFetch(): { fetch: Fetch; ready(fetch: Fetch): void } {
  let current: Fetch = answerWhileStarting;
  return { fetch: (request, env) => current(request, env), ready: (fetch) => void (current = fetch) };
}
