import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Chrome } from './chrome.ts';
import { ChromeProvider } from './context.ts';
import { linkErrorsToDays } from './error-links.ts';

/** A whole HTML document: `node` is a Page, a PlainPage or a PrintLetter. */
export const renderPage = (chrome: Chrome, node: ComponentChild): string =>
  `<!doctype html>${linkErrorsToDays(renderFragment(chrome, node))}`;

/** A part of a page, as tests and custom elements ask for it. */
export const renderFragment = (chrome: Chrome, node: ComponentChild): string =>
  renderToString(<ChromeProvider value={chrome}>{node}</ChromeProvider>);
