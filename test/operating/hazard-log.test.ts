import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const home = join(import.meta.dirname, '../..');
const log = readFileSync(join(home, 'docs/safety/hazard-log.md'), 'utf8');
const hazards = log.split(/^## (?=H\d)/m).slice(1);

it('the hazard log rates every hazard, and names who owns it', () => {
  expect(hazards).toHaveLength(20);
  for (const hazard of hazards) {
    for (const row of ['Description', 'Cause', 'Effect on a person', 'Initial risk', 'Residual risk', 'Owner', 'Status']) {
      expect(hazard, hazard.split('\n')[0]).toMatch(new RegExp(`^\\| ${row} \\| .+ \\|$`, 'm'));
    }
  }
});

it('every control in the hazard log is proved by a test that is there', () => {
  const controls = hazards.flatMap((hazard) =>
    hazard.split('\n').filter((line) => line.startsWith('- ') && !line.startsWith('- *Not built*')),
  );
  expect(controls.length).toBeGreaterThan(40);
  const missing = controls.filter((control) => {
    const [, file, name] = / — `([^`]+)`: “(.+)”$/.exec(control) ?? [];
    if (!file || !name || !existsSync(join(home, file))) return true;
    const quoted = ["'", '"', '`'].map((quote) => `(${quote}${name}${quote}`);
    return !quoted.some((each) => readFileSync(join(home, file), 'utf8').includes(each));
  });
  expect(missing).toEqual([]);
});
