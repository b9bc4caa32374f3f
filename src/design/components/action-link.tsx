import type { ComponentChildren } from 'preact';
import { ArrowRightCircle } from './icons.tsx';

export const ActionLink = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a class="nhsuk-action-link" href={href}>
    <ArrowRightCircle />
    <span class="nhsuk-action-link__text">{children}</span>
  </a>
);
