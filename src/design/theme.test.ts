import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, themeCss } from './theme.ts';

const scss = readFileSync(new URL('./styles/_tokens.scss', import.meta.url), 'utf8');

function tokens(block: string | undefined): Record<string, string> {
  return Object.fromEntries([...(block ?? '').matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]));
}

const [lightBlock, darkBlock] = scss.split(/@media[^{]+\{/);
const light = tokens(lightBlock);
const dark = { ...light, ...tokens(darkBlock) };

const text: [string, string[]][] = [
  ['ink', ['paper', 'soft', 'surface', 'plain-tint', 'hill-tint', 'heather-tint', 'sky-tint', 'amber-tint', 'late-tint']],
  ['quiet', ['paper', 'soft', 'surface', 'plain-tint', 'heather-tint']],
  ['link', ['paper', 'soft', 'surface', 'hill-tint', 'sky-tint', 'heather-tint', 'amber-tint']],
  ['link-hover', ['paper', 'soft', 'surface']],
  ['link-visited', ['paper', 'soft', 'surface']],
  ['hill', ['paper', 'soft', 'surface', 'hill-tint']],
  ['late', ['paper', 'soft', 'surface', 'late-tint', 'heather-tint']],
  ['heather', ['paper', 'surface', 'heather-tint']],
  ['sky', ['paper', 'surface', 'sky-tint']],
  ['amber', ['paper', 'surface', 'amber-tint']],
  ['on-bar', ['bar']],
  ['bar-quiet', ['bar']],
  ['on-button', ['button', 'button-hover', 'button-shadow', 'warning-button', 'warning-button-hover']],
  ['focus-ink', ['focus', 'bar-mark']],
];

/** Edges of fields, marks of status: WCAG 1.4.11. */
const shapes: [string, string[]][] = [
  ['edge', ['paper', 'soft', 'surface']],
  ['calm', ['paper', 'surface']],
  ['bar-mark', ['bar']],
  ['focus', ['focus-ink', 'bar']],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, theme) => {
  const ratio = (one: string, other: string) => contrast(theme[one] ?? '', theme[other] ?? '');
  const pairs = (table: [string, string[]][]) => table.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const));

  it.each(pairs(text))('%s can be read on %s', (ink, ground) => {
    expect(theme).toHaveProperty(ink);
    expect(theme).toHaveProperty(ground);
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(shapes))('%s can be told from %s', (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3);
  });
});

it('computes contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

it("darkens a programme's colour until white can be read on it", () => {
  const bar = /--bar:(#[0-9a-f]{6})/.exec(themeCss('#ffdd00'))?.[1] ?? '';
  expect(contrast(bar, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(themeCss('#23574a')).toContain('--bar:#23574a');
});

it('writes nothing for what is not a colour', () => {
  expect(themeCss('red;}body{display:none')).toBe('');
});
