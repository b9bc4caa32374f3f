import type { ComponentChildren } from 'preact';
import { Heading, type HeadingLevel } from './heading.tsx';

type Props = { title: string; level?: HeadingLevel; children?: ComponentChildren };

/** Says what would be here, and what to do next. */
export const EmptyState = ({ title, level = 2, children }: Props) => (
  <div class="bothy-empty">
    <Heading level={level} class="nhsuk-heading-s">
      {title}
    </Heading>
    {children}
  </div>
);
