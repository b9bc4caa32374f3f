import type { ComponentChildren } from 'preact';

type Props = {
  /** `two-thirds` puts a wide column before a narrow one. */
  split?: 'halves' | 'two-thirds' | 'thirds' | undefined;
  children: ComponentChildren;
};

/** Columns that become one on a narrow screen. */
export const Columns = ({ split = 'halves', children }: Props) => <div class={`bothy-columns bothy-columns--${split}`}>{children}</div>;
