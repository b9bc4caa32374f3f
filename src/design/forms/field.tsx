import type { ComponentChildren } from 'preact';
import type { Errors } from '../chrome.ts';
import { useError, useWords } from '../context.ts';
import { HiddenText } from '../components/hidden-text.tsx';

export type LabelSize = 's' | 'm' | 'l' | 'xl';

/** What every field takes. `errors` only where the page's own are not meant. */
export type FieldProps = {
  name: string;
  label: string;
  labelSize?: LabelSize | undefined;
  /** Makes the label a heading of this level: for a page that asks one thing. */
  headingLevel?: 1 | 2 | 3 | undefined;
  labelHidden?: boolean | undefined;
  hint?: ComponentChildren;
  errors?: Errors | undefined;
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Defaults to `name`, to which the error summary links. */
  id?: string | undefined;
};

export function useField({ name, id = name, hint, errors }: FieldProps, moreIds: string[] = []) {
  const error = useError(name, errors);
  const ids = [...moreIds, ...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])];
  return { id, error, described: ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {} };
}

export function LabelText({ label, optional }: { label: string; optional?: boolean | undefined }) {
  const words = useWords().design;
  return (
    <>
      {label}
      {optional && <span class="bothy-optional"> ({words.optional})</span>}
    </>
  );
}

export function Label(props: FieldProps) {
  const { name, id = name, labelSize, headingLevel, labelHidden } = props;
  const size = labelSize ? ` nhsuk-label--${labelSize}` : '';
  const label = (
    <label class={`nhsuk-label${size}${labelHidden ? ' nhsuk-u-visually-hidden' : ''}`} for={id}>
      <LabelText {...props} />
    </label>
  );
  if (!headingLevel) return label;
  const Heading = `h${headingLevel}` as const;
  return <Heading class="nhsuk-label-wrapper">{label}</Heading>;
}

export const Hint = ({ id, children }: { id?: string | undefined; children: ComponentChildren }) => (
  <div class="nhsuk-hint" id={id}>
    {children}
  </div>
);

export const ErrorMessage = ({ id, children }: { id?: string | undefined; children: ComponentChildren }) => (
  <span class="nhsuk-error-message" id={id}>
    <HiddenText>{useWords().design.error} </HiddenText>
    {children}
  </span>
);

/** The hint and the error, in the order they are read. */
export const HintAndError = ({ id, hint, error }: { id: string; hint?: ComponentChildren; error: string | undefined }) => (
  <>
    {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
    {error !== undefined && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
  </>
);

export const groupClass = (error: string | undefined, more = '') =>
  `nhsuk-form-group${error === undefined ? '' : ' nhsuk-form-group--error'}${more}`;
