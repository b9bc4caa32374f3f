import type { Words } from '../../../locales/en/index.ts';
import type { Asker } from '../asker.ts';
import { type Action, mayAtAll, reach, type Scope } from '../policy.ts';

/** What is used most comes first: where there is much, the rest stands behind “More”. */
const places = [
  { href: '/team', action: 'lead team', text: 'team' },
  { href: '/caseload', action: 'see caseload', text: 'caseload' },
  { href: '/requests', action: 'answer connection', text: 'requests' },
  { href: '/our-services', action: 'tell of service', text: 'ourServices', only: 'organisation' },
  { href: '/tasks', action: 'see caseload', text: 'tasks' },
  { href: '/calendar', action: 'keep calendar', text: 'calendar' },
  { href: '/queue', action: 'see queue', text: 'queue' },
  { href: '/refer', action: 'refer', text: 'refer' },
  { href: '/referrals', action: 'see referrals made', text: 'myReferrals' },
  { href: '/services', action: 'find services', text: 'services' },
  { href: '/visits', action: 'go on visits', text: 'visits' },
  { href: '/supervision', action: 'see supervision', text: 'supervision' },
  { href: '/change', action: 'see change work', text: 'change' },
  { href: '/tools', action: 'see practice report', text: 'tools' },
  { href: '/letters', action: 'support person', text: 'letters' },
  { href: '/shortlists', action: 'keep shortlists', text: 'shortlists' },
  { href: '/directory-work', action: 'curate directory', text: 'directoryWork' },
  { href: '/gaps', action: 'see gaps', text: 'gaps' },
  { href: '/steering', action: 'take part in steering', text: 'steering' },
  { href: '/ideas', action: 'see suggestions', text: 'ideas' },
  { href: '/criteria', action: 'find services', text: 'criteria' },
  { href: '/belonging', action: 'see belonging', text: 'belonging' },
  { href: '/stories', action: 'share stories', text: 'stories' },
  { href: '/stories/mine', action: 'gather stories', text: 'ownStories' },
  { href: '/coding', action: 'code stories', text: 'coding' },
  { href: '/needs-profile', action: 'see needs', text: 'needs' },
  { href: '/areas', action: 'load areas', text: 'areas' },
  { href: '/incidents', action: 'report incident', text: 'incidents' },
  { href: '/extracts', action: 'extract people', text: 'extracts' },
  { href: '/messages', action: 'see sent messages', text: 'messages' },
  { href: '/instruments', action: 'manage instruments', text: 'instruments' },
  { href: '/accounts', action: 'manage accounts', text: 'accounts' },
  { href: '/practices', action: 'manage accounts', text: 'practices' },
  { href: '/settings', action: 'manage accounts', text: 'settings' },
] as const satisfies readonly Entry[];

/** `only` those who do it for what is theirs, not for everybody's. */
type Entry = { href: string; action: Action; text: keyof Words['identity']['nav']; only?: Scope };

export const navigationFor = (asker: Asker, words: Words) =>
  places
    .filter((place: Entry) => (place.only ? reach(asker, place.action) === place.only : mayAtAll(asker, place.action)))
    .map(({ href, text }) => ({ href, text: words.identity.nav[text] }));

const homes: readonly [Action, string][] = [
  ['see caseload', '/caseload'],
  ['see queue', '/queue'],
  ['refer', '/refer'],
  ['answer connection', '/requests'],
  ['manage accounts', '/accounts'],
  ['take part in steering', '/steering'],
  ['find services', '/services'],
  ['see gaps', '/gaps'],
];

/** Where somebody starts when they have signed in. */
export const homeOf = (asker: Asker): string => homes.find(([action]) => mayAtAll(asker, action))?.[1] ?? '/services';

export const roleLine = (asker: Asker, words: Words): string => asker.jobTitle || words.identity.roles[asker.roles[0]!];
