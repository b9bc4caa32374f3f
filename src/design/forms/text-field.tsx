import type { ComponentChildren } from 'preact';
import { useValue } from '../context.ts';
import { groupClass, HintAndError, Label, useField, type FieldProps } from './field.tsx';

export type TextFieldProps = FieldProps & {
  value?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'password' | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url' | undefined;
  autocomplete?: string | undefined;
  spellcheck?: boolean | undefined;
  /** How many characters the box invites. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  /** Letter-spaced figures, for codes and numbers that are copied. */
  code?: boolean | undefined;
  prefix?: string | undefined;
  suffix?: string | undefined;
  maxLength?: number | undefined;
  /** What is offered while typing; free text stays possible. */
  suggestions?: readonly string[] | undefined;
};

export function TextField(props: TextFieldProps) {
  const { name, value, type = 'text', width, code, prefix, suffix, suggestions } = props;
  const { id, error, described } = useField(props);
  const typed = useValue(name, value);
  const names = ['nhsuk-input', code && 'nhsuk-input--code', error && 'nhsuk-input--error', width && `nhsuk-input--width-${width}`];
  const spellcheck = props.spellcheck ?? (type === 'email' || code ? false : undefined);
  const input = (
    <input
      class={names.filter(Boolean).join(' ')}
      id={id}
      name={name}
      type={type as 'text'}
      value={typed || undefined}
      disabled={props.disabled ?? false}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxLength={props.maxLength}
      list={suggestions && `${id}-suggestions`}
      {...(spellcheck === undefined ? {} : { spellcheck })}
      {...described}
    />
  );
  return (
    <div class={groupClass(error)}>
      <Label {...props} />
      <HintAndError id={id} hint={props.hint} error={error} />
      <Affixes prefix={prefix} suffix={suffix}>
        {input}
      </Affixes>
      {suggestions && (
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((text) => (
            <option value={text} key={text} />
          ))}
        </datalist>
      )}
    </div>
  );
}

type AffixesProps = { prefix?: string | undefined; suffix?: string | undefined; children: ComponentChildren };

function Affixes({ prefix, suffix, children }: AffixesProps) {
  if (prefix === undefined && suffix === undefined) return <>{children}</>;
  return (
    <div class="nhsuk-input-wrapper">
      {prefix !== undefined && (
        <div class="nhsuk-input-wrapper__prefix" aria-hidden="true">
          {prefix}
        </div>
      )}
      {children}
      {suffix !== undefined && (
        <div class="nhsuk-input-wrapper__suffix" aria-hidden="true">
          {suffix}
        </div>
      )}
    </div>
  );
}
