import { renderFragment } from '../render.tsx';
import { chrome } from '../testing/chrome.ts';
import { conforms } from '../testing/fixtures.tsx';
import { expect, it } from 'vitest';
import { Pagination, shownPages } from './pagination.tsx';

const next = { href: '#/section/symptoms', text: 'Symptoms' };
const previous = { href: '#/section/treatments', text: 'Treatments' };
const href = (page: number) => `#/section/${page}`;

conforms('pagination', {
  default: <Pagination previous={previous} next={next} />,
  'with only next': <Pagination next={next} />,
  'with only previous': <Pagination previous={previous} />,
  numbered: <Pagination page={2} pages={3} href={href} />,
  'numbered first page': <Pagination page={1} pages={3} href={href} />,
  'numbered last page': <Pagination page={3} pages={3} href={href} />,
});

it('shows the ends and the neighbours, and never hides a single page behind a gap', () => {
  expect(shownPages(1, 1)).toEqual([1]);
  expect(shownPages(3, 12)).toEqual([1, 2, 3, 4, 'gap', 12]);
  expect(shownPages(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(shownPages(20, 40)).toEqual([1, 'gap', 19, 20, 21, 'gap', 40]);
});

it('leaves no empty landmark where there is nowhere to go', () => {
  expect(renderFragment(chrome(), <Pagination />)).toBe('');
  expect(renderFragment(chrome(), <Pagination page={1} pages={1} href={href} />)).toBe('');
});
