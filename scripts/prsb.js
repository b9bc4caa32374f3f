// Writes docs/prsb-coverage.md from the map in the code: npm run prsb.
import { writeFileSync } from 'node:fs';
import { coveragePage } from '../src/records/prsb/coverage.ts';

const page = coveragePage();
writeFileSync('docs/prsb-coverage.md', page);
console.log(page.split('\n', 1)[0]);
