import pg from 'pg';
import { seed } from '../demo/index.ts';
import { multiplyServices } from '../src/directory/index.ts';
import { type Database, openDatabase } from '../src/platform/database.ts';
import { refreshStatistics } from '../src/platform/statistics.ts';
import { askerCalled, linkWorker } from './cases.ts';

export type Prepared = { url: string; db: Database; drop: () => Promise<void> };

/** A database beside BENCH_DATABASE_URL's with a whole programme in it; BENCH_KEEP leaves it there for the next time. */
export async function prepare(base: string, size: number, people: number): Promise<Prepared> {
  const name = `${new URL(base).pathname.slice(1)}_bench_${size}_${people}`;
  const url = Object.assign(new URL(base), { pathname: `/${name}` }).href;
  const keep = Boolean(process.env['BENCH_KEEP']);
  const there = await asAdmin(base, async (admin) => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount && keep) return true;
    await admin.query(`drop database if exists "${name}" with (force)`);
    await admin.query(`create database "${name}"`);
    return false;
  });
  const db = await openDatabase(url);
  if (!there) {
    await fill(db, size, people);
    // What the loading left to be written down or tidied up is no part of what is measured.
    await asAdmin(url, (admin) => admin.query('vacuum analyze').then(() => admin.query('checkpoint')));
  }
  return {
    url,
    db,
    drop: async () => {
      await db.close();
      if (!keep) await asAdmin(base, (admin) => admin.query(`drop database if exists "${name}" with (force)`));
    },
  };
}

/** More services than this are copies of them. */
const servicesMade = 1000;
const copiesAtOnce = 20;

async function fill(db: Database, size: number, people: number): Promise<void> {
  const began = performance.now();
  let said = 0;
  const onProgress: Parameters<typeof seed>[0]['onProgress'] = ({ what, count, of }) => {
    if (performance.now() - said < 10_000 && count < of) return;
    said = performance.now();
    console.log(`  ${count.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} ${what}`);
  };
  await seed({ db, now: new Date(), people, services: Math.min(size, servicesMade), referrals: people, seed: 1, onProgress });
  await multiply(db, size);
  console.log(`  seeded in ${Math.round((performance.now() - began) / 1000)} s`);
}

async function multiply(db: Database, size: number): Promise<void> {
  const { programme } = await askerCalled(db, linkWorker);
  const statistics = () => db.asOwner(refreshStatistics);
  await statistics();
  for (let made = servicesMade, from = 1; made < size; from += copiesAtOnce) {
    const copies = Math.min(copiesAtOnce, Math.ceil((size - made) / servicesMade));
    made += await db.inProgramme(programme.id, (tx) => multiplyServices(tx, { copies, from, inAll: size }));
    if (from % 100 < copiesAtOnce) console.log(`  ${made.toLocaleString('en-GB')} of ${size.toLocaleString('en-GB')} services`);
  }
  await statistics();
}

async function asAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  return work(admin).finally(() => admin.end());
}
