import type { Words } from '../../locales/en/index.ts';

export type { Words };

export type NavItem = { href: string; text: string; count?: number | undefined };

/** What was typed into this form before and not saved, and the ticket under which it is kept now. */
export type Drafts = {
  ticket: string;
  turn: number;
  waiting: readonly { id: string; when: string }[];
  taken?: { when: string; fields: Values } | undefined;
};

export type Notice = {
  kind: 'success' | 'info';
  text: string;
  href?: string | undefined;
  linkText?: string | undefined;
};

/** What surrounds every page: whose programme, whose language, who is asking and where they may go. */
export type Chrome = {
  programme: { name: string; colour?: string | undefined };
  words: Words;
  lang: string;
  path: string;
  asker?: { name: string; roleLine: string } | undefined;
  nav: NavItem[];
  notice?: Notice | undefined;
  /** Where anybody may say what should be different about this kind of page. */
  suggestHref?: string | undefined;
  quickExit?: boolean | undefined;
  drafts?: Drafts | undefined;
};

/** Messages by field name; the error summary links each to its field. */
export type Errors = Record<string, string>;

/** What was typed, by field name, as a form body or a query gives it. */
export type Values = Record<string, string | string[] | undefined>;
