import type { ComponentChildren } from 'preact';
import { LabelText, type LabelSize } from './field.tsx';

type Props = {
  legend: string;
  legendSize?: LabelSize | undefined;
  headingLevel?: 1 | 2 | 3 | undefined;
  legendHidden?: boolean | undefined;
  optional?: boolean | undefined;
  describedBy?: string | undefined;
  /** Date inputs carry an explicit role, as in the NHS pattern. */
  role?: 'group' | undefined;
  children?: ComponentChildren;
};

export function Fieldset({ legend, legendSize, headingLevel, legendHidden, optional, describedBy, role, children }: Props) {
  const size = legendSize ? ` nhsuk-fieldset__legend--${legendSize}` : '';
  const text = <LabelText label={legend} optional={optional} />;
  const Heading = headingLevel && (`h${headingLevel}` as const);
  return (
    <fieldset class="nhsuk-fieldset" {...(role ? { role } : {})} {...(describedBy ? { 'aria-describedby': describedBy } : {})}>
      <legend class={`nhsuk-fieldset__legend${size}${legendHidden ? ' nhsuk-u-visually-hidden' : ''}`}>
        {Heading ? <Heading class="nhsuk-fieldset__heading">{text}</Heading> : text}
      </legend>
      {children}
    </fieldset>
  );
}
