import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder, markOf } from './folder-lock.ts';

let home: string;
let dir: string;
let child: ChildProcess | undefined;
const lock = () => `${dir}.lock`;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bothy-lock-'));
  dir = join(home, 'data', 'db');
});
afterEach(async () => {
  await kill();
  rmSync(home, { recursive: true, force: true });
});

/** A process that locks the folder, and holds it. */
async function holder(): Promise<ChildProcess> {
  const script = `import { lockFolder } from ${JSON.stringify(new URL('folder-lock.ts', import.meta.url).href)}; lockFolder(process.argv[1]); process.send('locked'); setInterval(() => {}, 1000);`;
  child = spawn(process.execPath, ['--input-type=module', '-e', script, dir], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}

async function kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'exit');
  }
  child = undefined;
}

it('keeps a second process off the same files, and says which one has them', async () => {
  const { pid } = await holder();
  expect(() => lockFolder(dir)).toThrow(`Another process (${pid}) is using ${dir}. Stop it first, or set DATABASE_URL to use PostgreSQL.`);
});

it('keeps this process from opening the same files twice', () => {
  const unlock = lockFolder(dir);
  expect(() => lockFolder(dir)).toThrow(`Another process (${process.pid}) is using`);
  unlock();
  lockFolder(dir)();
  expect(existsSync(lock())).toBe(false);
});

it('takes over from a process that was killed', async () => {
  await holder();
  await kill();
  expect(existsSync(lock())).toBe(true);
  lockFolder(dir)();
});

it.runIf(existsSync('/proc/self/stat'))(
  'takes over from a process that was killed under the id that this one has now, as happens in a container',
  () => {
    lockFolder(dir)();
    writeFileSync(lock(), markOf(process.pid).replace(/ \d+ /, ' 1 '));
    lockFolder(dir)();
  },
);

it('takes over a lock that nobody can have written whole', () => {
  lockFolder(dir)();
  for (const odd of ['', 'not a process', '0', '-1']) {
    writeFileSync(lock(), odd);
    lockFolder(dir)();
  }
});

it('does not let go of what another has taken since', () => {
  const unlock = lockFolder(dir);
  writeFileSync(lock(), 'another');
  unlock();
  expect(readFileSync(lock(), 'utf8')).toBe('another');
});

it('leaves nothing to be called when the process ends, once let go', () => {
  const before = process.listenerCount('exit');
  lockFolder(dir)();
  expect(process.listenerCount('exit')).toBe(before);
});
