// How well search finds what is wanted: npm run quality. The same figures are a test, which fails below a floor.
import { spawn } from 'node:child_process';

const test = ['run', '--project', 'either', 'bench/quality/quality.either-db.test.ts'];
const env = { ...process.env, QUALITY_SHOWN: 'yes' };
spawn('vitest', test, { env, stdio: 'inherit' }).on('close', (code) => (process.exitCode = code ?? 1));
