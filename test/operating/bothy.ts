import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { resolve } from 'node:path';

export type Ended = { code: number; out: string; said: string };
const home = resolve(import.meta.dirname, '../..');
// What is run is what an operator runs: the built program. Nothing is done when it is up to date.
execFileSync(process.execPath, ['scripts/build.js'], { cwd: home });
const clean = (env: Record<string, string>) => ({ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/tmp', ...env });

/** Runs one operator command as a process of its own. */
export const bothy = (args: string[], env: Record<string, string>): Promise<Ended> =>
  new Promise((done) => {
    execFile(process.execPath, ['dist/cli.js', ...args], { cwd: home, env: clean(env) }, (error, out, said) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, said });
    });
  });

export type Server = { child: ChildProcess; out: () => string; ended: Promise<number | null> };

/** Starts the server as a process of its own; `inShell` with a shell between, as npm does. */
export function startServer(env: Record<string, string>, inShell = false): Server {
  const args = ['dist/main.js'];
  const [command, ...rest] = inShell ? ['sh', '-c', `"${process.execPath}" ${args.join(' ')}; true`] : [process.execPath, ...args];
  const child = spawn(command!, rest, { cwd: home, env: clean(env), stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (out += String(text)));
  return { child, out: () => out, ended: new Promise((ended) => child.on('exit', (code) => ended(code))) };
}
