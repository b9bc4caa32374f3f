import { writeFileSync } from 'node:fs';
import { openBare } from './bare.ts';
import { listenToQueries } from './capture.ts';
import { askerCalled, type Case, casesOf, lead, linkWorker, nurse } from './cases.ts';
import { giveFourHundred } from './caseload.ts';
import { prepare, type Prepared } from './database.ts';
import { measureMany, measureOne, type Measured } from './measure.ts';
import { coldStart, type Server, startServer } from './server.ts';
import { measureImport } from './import.ts';
import { growthOf, type Report, toTable } from './table.ts';

const base = process.env['BENCH_DATABASE_URL'];
if (!base) {
  console.error(
    'Set BENCH_DATABASE_URL to a PostgreSQL database, such as postgres://postgres@127.0.0.1/postgres. Others are made and dropped beside it.',
  );
  process.exit(1);
}
const sizes = (process.env['BENCH_SIZES'] ?? '1000,10000,100000,1000000').split(',').map(Number);
/** Beyond this many people, only the directory is measured. */
const mostPeople = 100_000;
const importing = 'services-imported';
const wanted = process.argv.slice(2);
const isWanted = (name: string) => !wanted.length || wanted.includes(name);

listenToQueries();
const report: Report = {};
for (const size of sizes) {
  const people = peopleFor(size);
  const counted = (count: number) => count.toLocaleString('en-GB');
  console.log(`\n${counted(size)} services, ${counted(people)} people and referrals`);
  const prepared = await prepare(base, size, people);
  try {
    await measureAll(prepared, size);
  } finally {
    await prepared.drop();
  }
}
console.log(
  `\n${toTable(report)}\n\n${growthOf(report).join('\n')}\n\nMilliseconds. A -http row is the whole page over HTTP, against the statements of its use case.`,
);
writeFileSync(new URL('report.json', import.meta.url), `${JSON.stringify(report, null, 2)}\n`);

/** Nobody, where only the directory is asked. */
function peopleFor(size: number): number {
  const others = !wanted.length || wanted.some((name) => !name.startsWith('service'));
  return size > mostPeople || !others ? 100 : size;
}

async function measureAll({ url, db }: Prepared, size: number): Promise<void> {
  const catriona = await askerCalled(db, lead);
  if (catriona.team && wanted.some((name) => name.startsWith('caseload-400')))
    await giveFourHundred(url, catriona.programme.id, catriona.id, catriona.team);
  const cases = Object.entries(await casesOf(db)).filter(([name, { directory }]) => isWanted(name) && (directory || size <= mostPeople));
  const { programme, ...sam } = await askerCalled(db, linkWorker);
  const isla = await askerCalled(db, nurse);
  // What a bare copy of a write must not rename: whom it belongs to.
  const kept = new Set([programme.id, sam.id, sam.team, isla.id, isla.practice].filter((id) => id !== null));
  const bare = openBare(url, programme.id, kept);
  const server = await startServer(url);
  try {
    for (const [name, each] of cases) await measureCase(name, each, { size, bare, server });
    if (isWanted(importing)) add(`${importing}@${size}`, await measureImport(url, programme.slug, size));
  } finally {
    await server.stop();
    await bare.close();
  }
  const start = await coldStart(url);
  console.log(`  cold start until /health answers: p50 ${start.p50} ms, slowest ${start.most} ms`);
}

function add(key: string, measured: Measured): void {
  report[key] = measured;
  console.log(
    `  ${key}: p95 ${measured.p95} ms${measured.memory ? `, ${measured.perSecond} a second, at most ${measured.memory.most} MB` : ''}`,
  );
}

type With = { size: number; bare: ReturnType<typeof openBare>; server: Server };

async function measureCase(name: string, { clients, useCase, page }: Case, { size, bare, server }: With): Promise<void> {
  for (const count of clients) {
    add(
      `${count === 1 ? name : `${name}-${count}`}@${size}`,
      count === 1 ? await measureOne(bare, useCase) : await measureMany(bare, count, useCase),
    );
  }
  if (!page) return;
  const visit = await page(server);
  const { bare: alone } = report[`${name}@${size}`]!;
  const measured = await measureOne({ ...bare, run: () => Promise.resolve() }, visit);
  add(`${name}-http@${size}`, { ...measured, bare: alone, ratio: Math.round((measured.p95 / alone.p95) * 100) / 100 });
}
