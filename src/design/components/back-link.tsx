import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';

export const BackLink = ({ href, children }: { href: string; children?: ComponentChildren }) => (
  <a class="nhsuk-back-link" href={href}>
    {children ?? useWords().design.back}
  </a>
);
