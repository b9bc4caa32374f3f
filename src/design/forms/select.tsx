import { useValue } from '../context.ts';
import { groupClass, HintAndError, Label, useField, type FieldProps } from './field.tsx';

export type SelectOption = { value: string; text: string; disabled?: boolean | undefined };

type Props = FieldProps & { value?: string | undefined; options: readonly SelectOption[]; autocomplete?: string | undefined };

export function Select(props: Props) {
  const { name, value, options } = props;
  const { id, error, described } = useField(props);
  const chosen = useValue(name, value);
  return (
    <div class={groupClass(error)}>
      <Label {...props} />
      <HintAndError id={id} hint={props.hint} error={error} />
      <select
        class={`nhsuk-select${error ? ' nhsuk-select--error' : ''}`}
        id={id}
        name={name}
        disabled={props.disabled ?? false}
        autocomplete={props.autocomplete}
        {...described}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen} disabled={option.disabled ?? false} key={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
