import { HiddenText } from '../components/hidden-text.tsx';
import { useValue } from '../context.ts';
import { Fieldset } from './fieldset.tsx';
import { groupClass, HintAndError, useField, type FieldProps } from './field.tsx';

type Answer = { value: string; text: string };
type Props = FieldProps & {
  /** From one end to the other, side by side. */
  levels: readonly Answer[];
  /** Answers of another kind, set apart below; each is read out with `label` before it. */
  apart: { label: string; answers: readonly Answer[] };
};

/** How far somebody agrees with a statement: five touches wide on a phone. */
export function Statement({ levels, apart, ...props }: Props) {
  const { name, label, labelSize, headingLevel, labelHidden, hint, optional } = props;
  const { id, error, described } = useField(props);
  const chosen = useValue(name);
  const input = (value: string, first: boolean) => (
    <input
      id={first ? id : `${id}-${value}`}
      name={name}
      type="radio"
      value={value}
      checked={chosen === value}
      disabled={props.disabled ?? false}
    />
  );
  return (
    <div class={groupClass(error, ' bothy-statement')}>
      <Fieldset
        legend={label}
        legendSize={labelSize}
        headingLevel={headingLevel}
        legendHidden={labelHidden}
        optional={optional}
        describedBy={described['aria-describedby']}
      >
        <HintAndError id={id} hint={hint} error={error} />
        <div class="bothy-statement__levels">
          {levels.map(({ value, text }, index) => (
            <label class="bothy-statement__level" key={value}>
              {input(value, index === 0)}
              <span>{text}</span>
            </label>
          ))}
        </div>
        <div class="bothy-statement__apart">
          <span aria-hidden="true">{apart.label}</span>
          {apart.answers.map(({ value, text }) => (
            <label class="bothy-statement__other" key={value}>
              {input(value, false)}
              <span>
                <HiddenText>{apart.label} </HiddenText>
                {text}
              </span>
            </label>
          ))}
        </div>
      </Fieldset>
    </div>
  );
}
