import type { Context } from 'hono';
import type { ComponentChildren } from 'preact';
import { formatDate, Page, type PageProps, Switch, useWords } from '../../design/index.ts';
import type { Door } from '../../identity/index.ts';
import type { Code } from '../core/codebook.ts';
import type { CodeWords } from '../index.ts';

export type C = Context<Door>;

export const codeWords = (c: C): CodeWords => ({ shipped: c.get('words').coding.shipped, needs: c.get('words').directory.needs });

const parts = { texts: '/coding', codes: '/coding/codes', agreement: '/coding/agreement', find: '/coding/find' } as const;
type Part = keyof typeof parts;

/** The frame of every page of reading stories together. */
export function CodingPage({ part, children, ...props }: PageProps & { part?: Part; children: ComponentChildren }) {
  const words = useWords().coding;
  const links = Object.entries(parts).map(([name, href]) => ({ href, text: words.parts[name as Part], current: name === part }));
  return (
    <Page {...props}>
      {part && <Switch label={words.partsLabel} links={links} />}
      {children}
    </Page>
  );
}

/** A code as it stands beside a passage. Its colour is never the only thing that tells it apart. */
export const CodeTag = ({ code, given }: { code: Pick<Code, 'name' | 'colour'> | undefined; given?: boolean }) =>
  code ? (
    <span class={`bothy-code${given ? ' bothy-code--given' : ''}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <circle cx="6" cy="6" r="5" fill={code.colour} />
      </svg>
      {code.name}
    </span>
  ) : null;

export const day = (at: Date | string): string => formatDate(at);
