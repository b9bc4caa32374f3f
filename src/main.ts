import { getConnInfo } from '@hono/node-server/conninfo';
import { openApp } from './app.ts';
import { compose } from './compose.ts';
import { openConsole } from './messages/adapters/console.ts';
import type { Notify } from './messages/index.ts';
import { type Config, readConfig } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { startJobs } from './platform/jobs.ts';
import { openLog } from './platform/log.ts';
import { measured, openMetrics } from './platform/metrics.ts';
import { plainSentence } from './platform/plain-error.ts';
import { listen, startingFetch } from './platform/serving.ts';
import { stopOnSignals } from './platform/stopping.ts';
import { workOf } from './work.ts';

/** Mail and text messages leave by what is set up. With neither, both are printed: for a demo or a laptop. */
async function openNotify({ smtpUrl, mailFrom, texts }: Config): Promise<Notify> {
  const printed = openConsole();
  const text = texts ? (await import('./messages/adapters/govuk-notify.ts')).openGovukNotify(texts) : smtpUrl ? undefined : printed.text;
  const mail = smtpUrl ? (await import('./messages/adapters/smtp.ts')).openSmtp({ url: smtpUrl, from: mailFrom }) : printed;
  return { send: mail.send, text };
}

/** Config → listen → database → modules → jobs → ready. Until then /health answers 503. */
async function start(config: Config, stopping: ReturnType<typeof stopOnSignals>): Promise<void> {
  const log = openLog(config.logLevel);
  const starting = startingFetch();
  const server = await listen(starting.fetch, { host: config.host, port: config.port, variable: 'PORT' });
  stopping.afterwards(server.close);
  const publicUrl = config.publicUrl.replace(/:0$/, `:${server.port}`);

  const metrics = openMetrics();
  if (config.metricsPort !== undefined) {
    const answer = () => new Response(metrics.text(), { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } });
    const metricsServer = await listen(
      (request) => (new URL(request.url).pathname === '/metrics' ? answer() : new Response('', { status: 404 })),
      {
        host: config.host,
        port: config.metricsPort,
        variable: 'METRICS_PORT',
      },
    );
    stopping.afterwards(metricsServer.close);
  }

  const db = await openDatabase(config.databaseUrl);
  stopping.last(db.close);
  const queue: { jobs?: Awaited<ReturnType<typeof startJobs>> } = {};
  const modules = compose({
    db,
    log,
    notify: await openNotify(config),
    jobs: { enqueue: (...args) => queue.jobs!.enqueue(...args) },
    now: () => new Date(),
    publicUrl,
    tiles: config.tiles,
    machineOf: (c) => getConnInfo(c).remote.address ?? 'unknown',
  });
  const jobs = await startJobs(db, measured(workOf(modules), metrics), log);
  queue.jobs = jobs;
  await db.outsideProgrammes((tx) => jobs.enqueue(tx, 'complete-records', {}));
  stopping.afterwards(jobs.stop);

  const demo = config.demo === 'on' ? await (await import('../demo/index.ts')).welcome({ db, now: new Date(), print: console.log }) : '';
  const token = await modules.setup.offer();
  starting.ready(openApp(modules, metrics.request).fetch);
  console.log(`Bothy is ready at ${publicUrl} after ${process.uptime().toFixed(1)} s`);
  if (demo) console.log(demo);
  if (token) console.log(`\nTo begin, open this link within a day. It makes the first administrator, once:\n${publicUrl}/setup/${token}\n`);
}

const stopping = stopOnSignals(process.env);
let databaseUrl = '';
try {
  const config = readConfig(process.env);
  databaseUrl = config.databaseUrl;
  await start(config, stopping);
} catch (error) {
  // Told to stop while starting: what was opened has been closed under us, and the process is about to end.
  if (stopping.begun()) await new Promise(() => {});
  console.error(plainSentence(error, { databaseUrl }) ?? error);
  process.exit(1);
}
