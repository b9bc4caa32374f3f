import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ComponentChild } from 'preact';
import { describe, expect, it } from 'vitest';
import { en } from '../../../locales/en/index.ts';
import { renderFragment } from '../render.tsx';
import { chrome } from './chrome.ts';
import { normalHtml } from './normal-html.ts';

type Fixture = { name: string; html: string };

const { resolve } = createRequire(import.meta.url);

function fixturesOf(component: string): Fixture[] {
  const file = resolve(`nhsuk-frontend/package.json`).replace('package.json', `dist/nhsuk/components/${component}/fixtures.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

// The fixtures speak the NHS's words where we chose others; structure is what is compared.
const theirs = {
  ...en,
  design: {
    ...en.design,
    success: 'Success',
    sortable: '(Column headers are sortable)',
    pagination: { ...en.design.pagination, label: 'Pagination' },
  },
};

export const show = (node: ComponentChild): string => renderFragment(chrome({ words: theirs }), node);

type Cases = Record<string, ComponentChild>;

/**
 * Compares our HTML with the fixtures that nhsuk-frontend publishes, whitespace and attribute order apart.
 * `adapt` undoes, in our HTML, a difference that is meant.
 */
export function conforms(component: string, cases: Cases, adapt: (html: string) => string = (html) => html): void {
  describe(`${component}, as nhsuk-frontend publishes it`, () => {
    const fixtures = fixturesOf(component);
    it.each(Object.keys(cases))('%s', (name) => {
      const candidates = fixtures.filter((fixture) => fixture.name === name).map(({ html }) => normalHtml(html));
      expect(candidates, `${component} has a fixture "${name}"`).not.toHaveLength(0);
      const ours = normalHtml(adapt(show(cases[name])));
      expect(candidates.includes(ours) ? ours : candidates[0]).toBe(ours);
    });
  });
}
