import type { ComponentChildren } from 'preact';
import type { Errors } from '../chrome.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { ErrorsProvider } from '../context.ts';
import { NoticeBanner } from './notice.tsx';

export type BodyProps = {
  title: string;
  /** A line above the title: whose page, which practice. */
  caption?: string | undefined;
  /** Where another heading of level 1 is drawn below, as PanelBox and PersonBanner do. */
  titleHidden?: boolean | undefined;
  errors?: Errors | undefined;
  /** Where an error is not about a field of its own name: `{ field: 'id' }`. Dates find their day without it. */
  errorIds?: Record<string, string> | undefined;
  aside?: ComponentChildren;
  /** Buttons at the end of the title's line. */
  actions?: ComponentChildren;
  children: ComponentChildren;
};

export const hasErrors = (errors: Errors | undefined): errors is Errors => errors !== undefined && Object.keys(errors).length > 0;

/** An empty name, or one that starts with `_`, is about the whole form and links nowhere. */
const summary = (errors: Errors, ids: Record<string, string>) =>
  Object.entries(errors).map(([name, text]) => (name === '' || name.startsWith('_') ? { text } : { text, href: `#${ids[name] ?? name}` }));

export function PageBody({ title, caption, titleHidden, errors, errorIds = {}, aside, actions, children }: BodyProps) {
  const main = (
    <>
      {hasErrors(errors) && <ErrorSummary errors={summary(errors, errorIds)} />}
      {!titleHidden && (
        <div class="bothy-title">
          <div>
            {caption && <p class="bothy-caption">{caption}</p>}
            <h1 class="nhsuk-heading-l">{title}</h1>
          </div>
          {actions && <div class="bothy-title__actions">{actions}</div>}
        </div>
      )}
      {children}
    </>
  );
  return (
    <ErrorsProvider value={errors ?? {}}>
      <main class="nhsuk-main-wrapper" id="main">
        <NoticeBanner />
        {aside ? (
          <div class="bothy-with-aside">
            <div>{main}</div>
            <aside class="bothy-aside">{aside}</aside>
          </div>
        ) : (
          main
        )}
      </main>
    </ErrorsProvider>
  );
}
