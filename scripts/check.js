// Everything that a machine can say about the code without running it. One line for each tool; what a tool says only when it fails.
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const checks = [
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['types', 'tsc', ['-p', '.', '--pretty', 'false', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/bothy/types.tsbuildinfo']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '--cache', '--cache-location', 'node_modules/.cache/bothy/format', '.']],
  ['dependencies', process.execPath, ['scripts/cruise.ts']],
  ['dead code', 'knip', ['--no-progress', '--no-config-hints']],
];

const env = { ...process.env, PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}` };

const run = ([name, command, args]) =>
  new Promise((done) => {
    const started = performance.now();
    let output = '';
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const finish = (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const lastLine = output.trim().split('\n').at(-1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)${lastLine && name === 'dependencies' ? `: ${lastLine}` : ''}`);
      if (code !== 0) console.log(output.trim().replaceAll(/^/gm, '    '));
      done(code === 0);
    };
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => ((output += error.message), finish(1)));
    child.on('close', finish);
  });

// Two at a time, the longest first.
const waiting = [...checks];
const results = [];
const work = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next));
};
await Promise.all([work(), work()]);

const failed = results.filter((passed) => !passed).length;
console.log(failed === 0 ? 'All checks pass' : `${failed} of ${checks.length} checks fail`);
process.exitCode = failed === 0 ? 0 : 1;
