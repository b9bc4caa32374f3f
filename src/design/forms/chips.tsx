import { useChosen, useValue } from '../context.ts';
import { Fieldset } from './fieldset.tsx';
import { groupClass, HintAndError, useField, type FieldProps } from './field.tsx';

export type Chip = { value: string; text: string };

type Props = FieldProps & {
  options: readonly Chip[];
  /** `one` gives radios. */
  choose?: 'many' | 'one' | undefined;
  /** Chosen at first; with `choose="one"`, one value. */
  values?: readonly string[] | undefined;
};

/** Short answers as pills: one glance, one touch each. */
export function Chips(props: Props) {
  const { name, label, labelSize = 'm', headingLevel, labelHidden, hint, optional, options, choose = 'many' } = props;
  const { id, error, described } = useField(props);
  const many = useChosen(name, props.values);
  const one = useValue(name, props.values?.[0]);
  const chosen = choose === 'many' ? many : [one];
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
        <ul class="bothy-chips">
          {options.map(({ value, text }, index) => {
            const chipId = index === 0 ? id : `${id}-${index + 1}`;
            return (
              <li key={value}>
                <label class="bothy-chip">
                  <input
                    id={chipId}
                    name={name}
                    type={choose === 'many' ? 'checkbox' : 'radio'}
                    value={value}
                    checked={chosen.includes(value)}
                    disabled={props.disabled ?? false}
                  />
                  <span>{text}</span>
                </label>
              </li>
            );
          })}
        </ul>
      </Fieldset>
    </div>
  );
}
