import { useValue } from '../context.ts';
import { Fieldset } from './fieldset.tsx';
import { groupClass, HintAndError, useField, type FieldProps } from './field.tsx';

type Props = FieldProps & {
  value?: string | number | undefined;
  from?: number | undefined;
  to?: number | undefined;
  /** Words for the two ends, read out with their numbers. */
  low: string;
  high: string;
};

/** One number from a row of them, as in a measure. */
export function Scale(props: Props) {
  const { name, label, labelSize, headingLevel, labelHidden, hint, optional, value, from = 1, to = 10, low, high } = props;
  const { id, error, described } = useField(props);
  const chosen = useValue(name, value === undefined ? undefined : String(value));
  const ends = [`${id}-low`, `${id}-high`];
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <div class={groupClass(error)}>
      <Fieldset
        legend={label}
        legendSize={labelSize}
        headingLevel={headingLevel}
        legendHidden={labelHidden}
        optional={optional}
        describedBy={described['aria-describedby']}
      >
        <HintAndError id={id} hint={hint} error={error} />
        <div class="bothy-scale">
          <div class="bothy-scale__numbers">
            {numbers.map((n, index) => {
              const optionId = index === 0 ? id : `${id}-${n}`;
              return (
                <label class="bothy-scale__option" key={n}>
                  <input
                    id={optionId}
                    name={name}
                    type="radio"
                    value={n}
                    checked={chosen === String(n)}
                    disabled={props.disabled ?? false}
                    {...(n === from ? { 'aria-describedby': ends[0] } : n === to ? { 'aria-describedby': ends[1] } : {})}
                  />
                  <span>{n}</span>
                </label>
              );
            })}
          </div>
          <div class="bothy-scale__ends">
            <span id={ends[0]}>{`${from}: ${low}`}</span>
            <span id={ends[1]}>{`${to}: ${high}`}</span>
          </div>
        </div>
      </Fieldset>
    </div>
  );
}
