import { useValue, useWords } from '../context.ts';
import { Fieldset } from './fieldset.tsx';
import { groupClass, HintAndError, useField, type FieldProps } from './field.tsx';

type Part = 'day' | 'month' | 'year';

type Props = FieldProps & {
  /** A `'YYYY-MM-DD'` day. */
  value?: string | undefined;
  /** Which parts are wrong; all of them when not said. */
  wrong?: readonly Part[] | undefined;
  /** `bday` for the person's own date of birth. */
  autocomplete?: 'bday' | undefined;
};

const parts = (value: string | undefined): Partial<Record<Part, string>> => {
  const [year, month, day] = value?.split('-') ?? [];
  return day === undefined ? {} : { year: year ?? '', month: String(Number(month)), day: String(Number(day)) };
};

/** Posts `name-day`, `name-month` and `name-year`. The error summary links to `#name-day`. */
export function DateField(props: Props) {
  const { name, label, labelSize, headingLevel, labelHidden, hint, optional, value } = props;
  const { id, error, described } = useField(props);
  const given = parts(value);
  return (
    <div class={groupClass(error)}>
      <Fieldset
        legend={label}
        legendSize={labelSize}
        headingLevel={headingLevel}
        legendHidden={labelHidden}
        optional={optional}
        describedBy={described['aria-describedby']}
        role="group"
      >
        <HintAndError id={id} hint={hint} error={error} />
        <div class="nhsuk-date-input" id={id}>
          {(['day', 'month', 'year'] as const).map((part) => (
            <DatePart
              {...props}
              part={part}
              id={`${id}-${part}`}
              name={`${name}-${part}`}
              value={given[part]}
              bad={error !== undefined && (props.wrong?.includes(part) ?? true)}
              key={part}
            />
          ))}
        </div>
      </Fieldset>
    </div>
  );
}

type PartProps = {
  part: Part;
  id: string;
  name: string;
  value: string | undefined;
  bad: boolean;
  disabled?: boolean | undefined;
  autocomplete?: 'bday' | undefined;
};

function DatePart({ part, id, name, value, bad, disabled, autocomplete }: PartProps) {
  const words = useWords().design;
  const typed = useValue(name, value);
  return (
    <div class="nhsuk-date-input__item">
      <div class={groupClass(bad ? 'bad' : undefined)}>
        <label class="nhsuk-label nhsuk-date-input__label" for={id}>
          {words[part]}
        </label>
        <input
          class={`nhsuk-input${bad ? ' nhsuk-input--error' : ''} nhsuk-input--width-${part === 'year' ? 4 : 2} nhsuk-date-input__input`}
          id={id}
          name={name}
          type="text"
          value={typed || undefined}
          inputmode="numeric"
          disabled={disabled ?? false}
          autocomplete={autocomplete && `${autocomplete}-${part}`}
        />
      </div>
    </div>
  );
}
