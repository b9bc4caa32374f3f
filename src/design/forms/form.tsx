import type * as preact from 'preact';
import type { ComponentChildren } from 'preact';
import type { Values } from '../chrome.ts';
import { useChrome, ValuesProvider } from '../context.ts';
import { DraftOffers, DraftStatus } from './drafts.tsx';

type Props = {
  action?: string | undefined;
  method?: 'post' | 'get' | undefined;
  /** What was typed, so that nothing is lost when the page comes back. */
  values?: Values | undefined;
  /** Sent along as `rowVersion`, to notice that somebody else saved meanwhile. */
  rowVersion?: number | string | undefined;
  /** `on` for forms about the person who fills them in. */
  autocomplete?: 'on' | 'off' | undefined;
  /** A filter form: with JavaScript it sends itself soon after a change. Keep a button for the rest. */
  autoSubmit?: boolean | undefined;
  id?: string | undefined;
  /** It sends files. */
  upload?: boolean | undefined;
  /** What is typed is kept until it is saved: for long forms, one to a page, on the pages that `drafts` knows. */
  draft?: boolean | undefined;
  children: ComponentChildren;
};

export function Form({ action, method = 'post', values = {}, rowVersion, autocomplete = 'off', upload, draft, ...rest }: Props) {
  const { drafts } = useChrome();
  const kept = draft ? drafts : undefined;
  const encoding = upload ? { enctype: 'multipart/form-data' as const } : {};
  // A draft was written over the version that was read then, and is saved over that one.
  const version = kept?.taken?.fields['rowVersion'] ?? rowVersion;
  const form = (
    <form
      action={action}
      method={method}
      noValidate
      autocomplete={autocomplete}
      id={rest.id}
      {...encoding}
      {...(kept && { 'data-draft': kept.turn })}
    >
      {kept && <Hidden name="_draft" value={kept.ticket} />}
      {version !== undefined && <Hidden name="rowVersion" value={String(version)} />}
      <ValuesProvider value={kept?.taken?.fields ?? values}>{rest.children}</ValuesProvider>
      {kept && <DraftStatus />}
    </form>
  );
  const whole = kept ? (
    <>
      <DraftOffers />
      {form}
    </>
  ) : (
    form
  );
  return rest.autoSubmit ? <auto-submit>{whole}</auto-submit> : whole;
}

export const Hidden = ({ name, value }: { name: string; value: string }) => <input type="hidden" name={name} value={value} />;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'auto-submit': preact.HTMLAttributes<HTMLElement>;
      'quick-exit': preact.HTMLAttributes<HTMLElement>;
      'print-button': preact.HTMLAttributes<HTMLElement>;
    }
  }
}
