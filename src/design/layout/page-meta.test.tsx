import { expect, it } from 'vitest';
import { renderPage } from '../render.tsx';
import { chrome } from '../testing/chrome.ts';
import { asData } from './page-meta.tsx';
import { PublicPage } from './public-page.tsx';

it('says what a page is about in data that no text can break out of', () => {
  const name = '</script><script>alert(1)</script>&<!--\u2028';
  const data = asData({ name });
  expect(data).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(data)).toEqual({ name });
  const page = renderPage(chrome(), <PublicPage title="A walk" home="/" meta={{ about: [{ name }] }} children="By the loch" />);
  expect(page.match(/<script/g)).toHaveLength(2);
});

it('tells search engines what it is, or nothing at all', () => {
  const meta = { description: 'A walk by the loch', canonical: 'https://bothy.example/directory/glenkens' };
  const open = renderPage(chrome(), <PublicPage title="A walk" home="/" meta={meta} children="" />);
  expect(open).toContain('<meta name="description" content="A walk by the loch"');
  expect(open).toContain('rel="canonical" href="https://bothy.example/directory/glenkens"');
  expect(open).toContain('og:title');
  const closed = renderPage(
    chrome(),
    <PublicPage title="A refuge" home="/" meta={{ ...meta, noIndex: true, tabTitle: 'Services' }} children="" />,
  );
  expect(closed).toContain('name="robots" content="noindex"');
  expect(closed).not.toContain('og:');
  expect(closed).toMatch(/<title>Services –/);
});
