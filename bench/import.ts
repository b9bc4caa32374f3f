import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from './measure.ts';

const mostServices = 20_000;

/**
 * Reads a feed that was made for it with the operator's own command. The times are milliseconds a service;
 * `memory` is what the command held at half time and at most, in megabytes, where the system tells.
 */
export async function measureImport(url: string, programme: string, size: number): Promise<Measured> {
  const n = Math.min(size, mostServices);
  const folder = await mkdtemp(join(tmpdir(), 'bothy-bench-'));
  try {
    const file = join(folder, 'feed.ndjson');
    await writeFeed(file, n);
    const began = performance.now();
    const child = spawn(process.execPath, ['dist/cli.js', 'import-services', file, '--programme', programme], {
      env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const held = sampleMemory(child);
    let said = '';
    child.stderr.on('data', (text) => (said += String(text)));
    const [code] = (await once(child, 'exit')) as [number];
    const took = performance.now() - began;
    if (code !== 0) throw new Error(`The feed could not be imported: ${said.slice(-500)}`);
    const each = Math.round((took / n) * 100) / 100;
    const memory = { half: held[Math.floor(held.length / 2)] ?? 0, most: Math.max(0, ...held) };
    return {
      clients: 1,
      n,
      p50: each,
      p95: each,
      p99: each,
      perSecond: Math.round((n / took) * 1000),
      bare: { p50: 0, p95: 0 },
      ratio: 0,
      memory,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFeed(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  for (let nth = 0; nth < count; nth++) if (!out.write(`${JSON.stringify(serviceOf(nth))}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

const id = (kind: number, nth: number) => `be0c4000-0000-4000-800${kind}-${String(nth).padStart(12, '0')}`;
const kinds = ['walking group', 'lunch club', 'choir', 'debt advice', 'food bank', 'carers’ group', 'befriending', 'job club'];

/** Each with an organisation for every ten, a place, times, a cost and somebody to ring. */
function serviceOf(nth: number) {
  const of = Math.floor(nth / 10);
  return {
    id: id(1, nth),
    name: `Burnside ${kinds[nth % kinds.length]} ${nth}`,
    description: `<p>Every week, for whoever comes. Number ${nth} of many.</p>`,
    status: 'active',
    assured_date: '2026-10-01',
    organization: { id: id(2, of), name: `Burnside volunteers ${of}`, description: 'Neighbours.', website: `https://of-${of}.example` },
    service_at_locations: [
      {
        id: id(3, nth),
        location: {
          id: id(4, nth),
          location_type: 'physical',
          latitude: 54 + (nth % 900) / 300,
          longitude: -5 + (nth % 700) / 250,
          addresses: [
            {
              id: id(5, nth),
              address_1: `${nth} Burn Road`,
              city: 'Burnside',
              state_province: '',
              postal_code: '',
              country: 'GB',
              address_type: 'physical',
            },
          ],
        },
      },
    ],
    schedules: [{ id: id(6, nth), freq: 'WEEKLY', byday: 'TU', opens_at: '10:00', closes_at: '12:00' }],
    cost_options: [{ id: id(7, nth), option: 'Each time', amount: nth % 5, currency: 'GBP' }],
    phones: [{ id: id(8, nth), number: '01632 960140' }],
  };
}

/** Megabytes that the process holds, ten times a second, where /proc tells. */
function sampleMemory(child: ChildProcess): number[] {
  const held: number[] = [];
  const timer = setInterval(() => {
    readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (status) => {
        const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
        if (kilobytes) held.push(Math.round(Number(kilobytes) / 1024));
      },
      () => undefined,
    );
  }, 100);
  child.once('exit', () => clearInterval(timer));
  return held;
}
