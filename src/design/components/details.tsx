import type { ComponentChildren } from 'preact';

type Props = {
  summary: string;
  open?: boolean | undefined;
  /** A bordered box rather than a line of text. */
  expander?: boolean | undefined;
  children: ComponentChildren;
};

export const Details = ({ summary, open, expander, children }: Props) => (
  <details class={`nhsuk-details${expander ? ' nhsuk-expander' : ''}`} open={open ?? false}>
    <summary class="nhsuk-details__summary">
      <span class="nhsuk-details__summary-text">{summary}</span>
    </summary>
    <div class="nhsuk-details__text">{children}</div>
  </details>
);
