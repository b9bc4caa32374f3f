import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blankFolder } from '../support/blank.ts';
import { freshPostgres } from '../support/database.ts';
import { type Server, startServer } from './bothy.ts';

const folder = mkdtempSync(join(tmpdir(), 'bothy-server-'));
const onPostgres = process.env['TEST_STORE'] === 'postgres';
const started: Server[] = [];
afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });

async function start(name: string, env: Record<string, string> = {}, inShell = false) {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const database = onPostgres ? { DATABASE_URL: await freshPostgres(`${name}_${process.pid}`) } : { BOTHY_DATA: join(folder, name) };
  // Only the first makes its tables: that takes four seconds each time.
  if (!onPostgres && name !== 'first') await blankFolder(join(folder, name, 'db'));
  const all = { ...database, PORT: String(port), METRICS_PORT: String(metricsPort), BOTHY_DEMO: 'off', ...env };
  const server = startServer(all, inShell);
  started.push(server);
  const at = `http://127.0.0.1:${port}`;
  const health = () =>
    fetch(`${at}/health`).then(
      async (answer) => `${answer.status} ${await answer.text()}`,
      () => 'nobody there',
    );
  return { ...server, env: all, at, metricsAt: `http://127.0.0.1:${metricsPort}/metrics`, health };
}
const ready = (server: { health: () => Promise<string> }) =>
  expect.poll(server.health, { timeout: 60_000, interval: 20 }).toBe('200 {"status":"ok"}');

describe('the server', { timeout: 120_000 }, () => {
  it('says that it is starting, then that it is ready, prints a link for the first administrator, counts, and stops cleanly', async () => {
    const server = await start('first');
    const seen = new Set<string>();
    await expect
      .poll(
        async () => {
          const answer = await server.health();
          seen.add(answer);
          return answer;
        },
        { timeout: 60_000, interval: 5 },
      )
      .toBe('200 {"status":"ok"}');
    expect([...seen].filter((answer) => !['nobody there', '503 {"status":"starting"}', '200 {"status":"ok"}'].includes(answer))).toEqual(
      [],
    );
    expect(seen).toContain('503 {"status":"starting"}');

    await expect.poll(server.out).toMatch(/\/setup\/[\w-]{43}/);
    const link = /\/setup\/[\w-]{43}/.exec(server.out())![0];
    expect((await fetch(server.at + link)).status).toBe(200);

    const metrics = await (await fetch(server.metricsAt)).text();
    expect(metrics).toContain('bothy_request_duration_seconds_count{method="GET",route="/setup/:token",status="200"} 1');
    expect(metrics).not.toContain(link.slice(7));
    expect((await fetch(`${server.at}/metrics`)).status).toBe(404);

    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it('ends at once when it is told to stop a second time', async () => {
    const server = await start('second');
    await ready(server);
    // A request that never ends keeps the first stop waiting.
    const hanging = fetch(`${server.at}/sign-in`, {
      method: 'POST',
      body: new ReadableStream(),
      duplex: 'half',
      headers: { origin: server.at, 'content-type': 'application/x-www-form-urlencoded' },
    } as RequestInit).catch(() => {});
    await expect.poll(async () => (await server.health()).slice(0, 3)).toBe('200');
    server.child.kill('SIGTERM');
    const again = setInterval(() => server.child.kill('SIGTERM'), 200);
    const began = performance.now();
    expect(await server.ended).toBe(1);
    clearInterval(again);
    expect(performance.now() - began).toBeLessThan(5000);
    await hanging;
  });

  it('stops cleanly when it is told to while it is starting', async () => {
    const server = await start('early');
    await expect.poll(server.health, { timeout: 60_000, interval: 5 }).toMatch(/^503|^200/);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.out()).not.toMatch(/Error/);
  });

  it('stops when npm has been stopped, though the shell between them passes nothing on', async () => {
    const server = await start('under-npm', { npm_lifecycle_event: 'start' }, true);
    await ready(server);
    server.child.kill('SIGKILL');
    await expect.poll(server.health, { timeout: 10_000 }).toBe('nobody there');
  });

  it('says in one sentence that its port is taken', async () => {
    const server = await start('third');
    await ready(server);
    const second = await start('fourth', { PORT: server.env.PORT });
    expect(await second.ended).toBe(1);
    expect(second.out()).toBe(`Port ${server.env.PORT} on 127.0.0.1 is in use already. Stop what is using it, or set PORT to another.\n`);
  });

  it('says in one sentence that the database is not there', async () => {
    const server = await start('fifth', { DATABASE_URL: 'postgres://bothy:s3cret@127.0.0.1:9/bothy' });
    expect(await server.ended).toBe(1);
    expect(server.out()).toMatch(/^The database 127\.0\.0\.1:9\/bothy does not answer \(ECONNREFUSED\)\.[^\n]*\n$/);
  });
});

describe('what operators read', () => {
  it('names every setting that the server reads, and no other', () => {
    const home = join(import.meta.dirname, '../..');
    const read = [...readFileSync(join(home, 'src/platform/config.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
      ([, name]) => name!,
    );
    const told = [...readFileSync(join(home, 'docs/operating/settings.md'), 'utf8').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name!);
    expect(read.length).toBeGreaterThan(8);
    expect(told.sort()).toEqual(read.sort());
  });
});
