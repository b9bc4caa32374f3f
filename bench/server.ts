import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { demoPassword } from '../demo/index.ts';
import { percentile } from './measure.ts';

export type Server = { as: (email: string) => Promise<Visitor>; stop: () => Promise<void> };
export type Visitor = { get: (path: string) => Promise<void>; post: (path: string, form: Record<string, string>) => Promise<string> };

/** The real program, as `npm start` runs it, on this database. */
export async function startServer(databaseUrl: string): Promise<Server & { readyAfter: number }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error', BOTHY_DEMO: 'off' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await untilHealthy(origin);
  const readyAfter = performance.now() - began;
  return {
    readyAfter,
    as: (email) => signIn(origin, email),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function untilHealthy(origin: string): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    const answer = await fetch(`${origin}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('dist/main.js did not become ready.');
}

async function signIn(origin: string, email: string): Promise<Visitor> {
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ email, password: demoPassword });
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`${email} could not sign in: ${answer.status}`);
  return {
    async get(path) {
      const page = await fetch(origin + path, { headers: { cookie } });
      const html = await page.text();
      if (!page.ok || !html) throw new Error(`${path} answered ${page.status}`);
    },
    async post(path, form) {
      const page = await fetch(origin + path, {
        method: 'POST',
        headers: { ...headers, cookie },
        body: new URLSearchParams(form),
        redirect: 'manual',
      });
      return page.headers.get('location') ?? path;
    },
  };
}

/** From starting the process until it answers that it is well, in milliseconds. */
export async function coldStart(databaseUrl: string, times = 5): Promise<{ p50: number; most: number }> {
  const took: number[] = [];
  for (let nth = 0; nth < times; nth++) {
    const server = await startServer(databaseUrl);
    took.push(server.readyAfter);
    await server.stop();
  }
  return { p50: percentile(took, 50), most: percentile(took, 100) };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
