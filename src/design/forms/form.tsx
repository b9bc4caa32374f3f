import type * as preact from 'preact';
import type { ComponentChildren } from 'preact';
import type { Values } from '../chrome.ts';
import { ValuesProvider } from '../context.ts';

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
  children: ComponentChildren;
};

export function Form({ action, method = 'post', values = {}, rowVersion, autocomplete = 'off', upload, ...rest }: Props) {
  const encoding = upload ? { enctype: 'multipart/form-data' as const } : {};
  const form = (
    <form action={action} method={method} noValidate autocomplete={autocomplete} id={rest.id} {...encoding}>
      {rowVersion !== undefined && <Hidden name="rowVersion" value={String(rowVersion)} />}
      <ValuesProvider value={values}>{rest.children}</ValuesProvider>
    </form>
  );
  return rest.autoSubmit ? <auto-submit>{form}</auto-submit> : form;
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
