import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import { Heading, type HeadingLevel } from './heading.tsx';

type Props = { heading?: string | undefined; headingLevel?: HeadingLevel; children: ComponentChildren };

export function WarningCallout({ heading, headingLevel = 3, children }: Props) {
  const { important } = useWords().design;
  return (
    <div class="nhsuk-card nhsuk-card--warning">
      <div class="nhsuk-card__content">
        <Heading level={headingLevel} class="nhsuk-card__heading">
          {heading ?? important}
        </Heading>
        {typeof children === 'string' ? <p class="nhsuk-card__description">{children}</p> : children}
      </div>
    </div>
  );
}
