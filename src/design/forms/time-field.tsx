import { TextField, type TextFieldProps } from './text-field.tsx';

/** A time of day as people write it; the page reads `9:30`, `14.05` and `2pm` alike. */
export const TimeField = (props: Omit<TextFieldProps, 'type' | 'inputmode' | 'width'>) => (
  <TextField width={5} autocomplete="off" {...props} />
);
