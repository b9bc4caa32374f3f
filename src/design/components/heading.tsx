import type { ComponentChildren } from 'preact';

export type HeadingLevel = 1 | 2 | 3 | 4;

type Props = { level?: HeadingLevel; class?: string | undefined; id?: string | undefined; children: ComponentChildren };

export function Heading({ level = 2, children, ...rest }: Props) {
  const Tag = `h${level}` as const;
  return <Tag {...rest}>{children}</Tag>;
}
