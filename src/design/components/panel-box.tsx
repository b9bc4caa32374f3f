import type { ComponentChildren } from 'preact';
import { Heading, type HeadingLevel } from './heading.tsx';

type Props = { title: string; level?: HeadingLevel; children?: ComponentChildren };

/** The confirmation at the end of a journey. With `level` 1 it is the page's own h1: give Page `titleHidden`. */
export const PanelBox = ({ title, level = 1, children }: Props) => (
  <div class="nhsuk-panel">
    <Heading level={level} class="nhsuk-panel__heading">
      {title}
    </Heading>
    {children !== undefined && <div class="nhsuk-panel__body">{children}</div>}
  </div>
);
