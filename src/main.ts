import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { openApp } from './app.ts';
import { compose } from './compose.ts';
import { openConsole } from './messages/adapters/console.ts';
import { openSmtp } from './messages/adapters/smtp.ts';
import { readConfig } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { startJobs } from './platform/jobs.ts';
import { openLog } from './platform/log.ts';
import { workOf } from './work.ts';

const config = readConfig(process.env);
const log = openLog(config.logLevel);
const db = await openDatabase(config.databaseUrl);

const notify = config.smtpUrl ? openSmtp({ url: config.smtpUrl, from: config.mailFrom }) : openConsole();
const ground = { db, log, notify, now: () => new Date(), publicUrl: config.publicUrl, machineOf: (c: Parameters<typeof getConnInfo>[0]) => getConnInfo(c).remote.address ?? 'unknown' };
const queue: { jobs?: Awaited<ReturnType<typeof startJobs>> } = {};
const modules = compose({ ...ground, jobs: { enqueue: (...args) => queue.jobs!.enqueue(...args) } });
queue.jobs = await startJobs(db, workOf(modules), log);

const server = serve({ fetch: openApp(modules).fetch, hostname: config.host, port: config.port }, ({ port }) => {
  console.log(`Bothy is ready at http://${config.host}:${port} after ${process.uptime().toFixed(1)} s`);
});

async function stop(): Promise<void> {
  server.close();
  await queue.jobs?.stop();
  await db.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
