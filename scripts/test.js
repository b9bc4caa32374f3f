// Builds, runs every test, and ends with one line: `N passed, N failed`. Arguments go to vitest: `npm test -- src/people`.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseCLI, startVitest } from 'vitest/node';

if (existsSync('scripts/build.js')) execFileSync(process.execPath, ['scripts/build.js'], { stdio: ['ignore', 'inherit', 'inherit'] });

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await startVitest('test', filter, options);
await vitest.close();

const modules = vitest.state.getTestModules();
const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
const count = (state) => states.filter((each) => each === state).length;

// A file that does not load, a hook that throws and a promise nobody caught are failures too, though no test bears their name.
const unready = modules.flatMap((module) => [module, ...module.children.allSuites()]).flatMap((each) => each.errors()).length;
const uncaught = vitest.state.getUnhandledErrors().length;

const passed = count('passed');
const failed = count('failed') + unready + uncaught;
const skipped = states.length - passed - count('failed');

if (failed > 0 || passed === 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
