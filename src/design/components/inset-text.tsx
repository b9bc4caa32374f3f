import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import { HiddenText } from './hidden-text.tsx';

export const InsetText = ({ children }: { children: ComponentChildren }) => (
  <div class="nhsuk-inset-text">
    <HiddenText>{useWords().design.information} </HiddenText>
    {typeof children === 'string' ? <p>{children}</p> : children}
  </div>
);
