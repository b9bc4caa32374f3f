import type { ComponentChildren } from 'preact';

export const HiddenText = ({ children }: { children: ComponentChildren }) => <span class="nhsuk-u-visually-hidden">{children}</span>;
