import type { ComponentChildren } from 'preact';
import type { Errors } from '../chrome.ts';
import { Checkboxes } from './choices.tsx';

type Props = {
  name: string;
  label: ComponentChildren;
  value?: string | undefined;
  checked?: boolean | undefined;
  hint?: ComponentChildren;
  errors?: Errors | undefined;
};

/** One box that stands alone, as for consent. */
export const Checkbox = ({ name, label, value = 'yes', checked, hint, errors }: Props) => (
  <Checkboxes name={name} errors={errors} values={checked ? [value] : []} options={[{ value, text: label, hint }]} />
);
