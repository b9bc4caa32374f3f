import type { ComponentChildren } from 'preact';
import { Heading, type HeadingLevel } from './heading.tsx';

type Props = {
  heading?: string | undefined;
  level?: HeadingLevel | undefined;
  id?: string | undefined;
  /** On warm ground instead of white. */
  soft?: boolean | undefined;
  children: ComponentChildren;
};

/** A quiet box for one thing of a page. */
export const Panel = ({ heading, level = 2, id, soft, children }: Props) => (
  <section class={`bothy-panel${soft ? ' bothy-panel--soft' : ''}`} id={id}>
    {heading !== undefined && (
      <Heading level={level} class="bothy-panel__heading nhsuk-heading-s">
        {heading}
      </Heading>
    )}
    {children}
  </section>
);
