import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import { HiddenText } from './hidden-text.tsx';
import { Heading, type HeadingLevel } from './heading.tsx';

// Not an ARIA role yet; nhsuk-frontend uses it so that VoiceOver reads the heading in one breath.
const readAsOne = { role: 'text' } as object;

type Props = { heading?: string | undefined; headingLevel?: HeadingLevel; children: ComponentChildren };

export function WarningCallout({ heading, headingLevel = 3, children }: Props) {
  const { important } = useWords().design;
  return (
    <div class="nhsuk-card nhsuk-card--warning">
      <div class="nhsuk-card__content">
        <Heading level={headingLevel} class="nhsuk-card__heading">
          {heading === undefined ? (
            important
          ) : (
            <span {...readAsOne}>
              <HiddenText>{important}: </HiddenText>
              {heading}
            </span>
          )}
        </Heading>
        {typeof children === 'string' ? <p class="nhsuk-card__description">{children}</p> : children}
      </div>
    </div>
  );
}
