import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from './plain-error.ts';

/** PGlite does not notice a second process on the same files, and both would silently lose rows. */
export function lockFolder(dir: string): () => void {
  const path = `${dir}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  const mine = markOf(process.pid);
  while (!takeLock(path, mine)) removeStaleLock(path, dir);
  const unlock = () => {
    process.off('exit', unlock);
    if (read(path) === mine) rmSync(path, { force: true });
  };
  process.once('exit', unlock);
  return unlock;
}

function takeLock(path: string, mark: string): boolean {
  try {
    writeFileSync(path, mark, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeStaleLock(path: string, dir: string): void {
  const held = read(path);
  if (held === undefined) return;
  const holder = parseInt(held, 10);
  if (holder > 0 && held === markOf(holder)) {
    throw new PlainError(`Another process (${holder}) is using ${dir}. Stop it first, or set DATABASE_URL to use PostgreSQL.`);
  }
  // Several processes may find the same stale lock. Only one can move it away, and it puts back what was not stale after all.
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) === held) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * A process id and, where the system tells, when that process began; '' for one that has ended. In a container a process that
 * was killed comes back under the same id, and its own old lock must not keep it out.
 */
export function markOf(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return '';
  }
  const began = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')[19];
  return began ? `${pid} ${began} ${read('/proc/sys/kernel/random/boot_id')?.trim()}` : String(pid);
}
