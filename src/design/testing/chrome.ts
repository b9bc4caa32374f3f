import { en } from '../../../locales/en/index.ts';
import type { Chrome } from '../chrome.ts';

export const chrome = (over: Partial<Chrome> = {}): Chrome => ({
  programme: { name: 'Galloway Hills Connections' },
  words: en,
  lang: 'en',
  path: '/caseload',
  asker: { name: 'Sam Findlay', roleLine: 'link worker, Stewartry team' },
  nav: [
    { href: '/today', text: 'Today' },
    { href: '/caseload', text: 'My caseload' },
    { href: '/queue', text: 'Team queue', count: 4 },
    { href: '/services', text: 'Find a service' },
    { href: '/supervision', text: 'Supervision' },
  ],
  ...over,
});
