import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** PGlite does not notice a second process on the same files, and both would silently lose rows. */
export function lockFolder(dir: string): () => void {
  const path = `${dir}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  if (!takeLock(path)) {
    const holder = Number(readFileSync(path, 'utf8'));
    if (isRunning(holder)) throw new Error(`Another process (${holder}) is using ${dir}. Stop it first, or set DATABASE_URL to use PostgreSQL.`);
    rmSync(path, { force: true });
    if (!takeLock(path)) return lockFolder(dir);
  }
  const unlock = () => rmSync(path, { force: true });
  process.once('exit', unlock);
  return unlock;
}

function takeLock(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!pid || pid === process.pid) return pid === process.pid;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
