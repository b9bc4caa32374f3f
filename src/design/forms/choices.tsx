import { Fragment, type ComponentChildren } from 'preact';
import { useChosen, useValue, useWords } from '../context.ts';
import { Fieldset } from './fieldset.tsx';
import { groupClass, HintAndError, useField, type FieldProps } from './field.tsx';

export type Choice = {
  value: string;
  text: ComponentChildren;
  hint?: ComponentChildren;
  /** Asked only of those who choose this; seen by all where the browser cannot hide it. */
  reveal?: ComponentChildren;
  disabled?: boolean | undefined;
  /** Says "or" before it; among checkboxes it also clears the others. */
  divided?: boolean | undefined;
};

type GroupProps = Omit<FieldProps, 'label'> & {
  /** Without one there is no fieldset: for a single box that says it all. */
  label?: string | undefined;
  options: readonly Choice[];
};

type Kind = 'radios' | 'checkboxes';
type ItemProps = { kind: Kind; name: string; id: string; choice: Choice; checked: boolean; disabled: boolean };

function Item({ kind, name, id, choice, checked, disabled }: ItemProps) {
  const base = `nhsuk-${kind}`;
  const revealId = id.replace(/(-\d+)?$/, (n) => `-conditional${n}`);
  return (
    <>
      <div class={`${base}__item`}>
        <input
          class={`${base}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value}
          checked={checked}
          disabled={disabled || (choice.disabled ?? false)}
          {...(choice.reveal ? { 'data-aria-controls': revealId } : {})}
          {...(kind === 'checkboxes' && choice.divided ? { 'data-behaviour': 'exclusive' } : {})}
          {...(choice.hint ? { 'aria-describedby': `${id}-item-hint` } : {})}
        />
        <label class={`nhsuk-label ${base}__label`} for={id}>
          {choice.text}
        </label>
        {choice.hint && (
          <div class={`nhsuk-hint ${base}__hint`} id={`${id}-item-hint`}>
            {choice.hint}
          </div>
        )}
      </div>
      {choice.reveal && (
        <div class={`${base}__conditional${checked ? '' : ` ${base}__conditional--hidden`}`} id={revealId}>
          {choice.reveal}
        </div>
      )}
    </>
  );
}

function Group(props: GroupProps & { kind: Kind; inline?: boolean | undefined; chosen: readonly string[] }) {
  const { kind, name, label, labelSize, headingLevel, labelHidden, options, inline, chosen, optional } = props;
  const words = useWords().design;
  const { id, error, described } = useField({ ...props, label: label ?? '' });
  // A divider counts as an item, so that ids agree with nhsuk-frontend's.
  let position = 0;
  const body = (
    <>
      <HintAndError id={id} hint={props.hint} error={error} />
      <div class={`nhsuk-${kind}${inline ? ` nhsuk-${kind}--inline` : ''}`} data-module={`nhsuk-${kind}`}>
        {options.map((choice) => {
          position += choice.divided ? 2 : 1;
          return (
            <Fragment key={choice.value}>
              {choice.divided && <div class={`nhsuk-${kind}__divider`}>{words.or}</div>}
              <Item
                kind={kind}
                name={name}
                id={position === 1 ? id : `${id}-${position}`}
                choice={choice}
                checked={chosen.includes(choice.value)}
                disabled={props.disabled ?? false}
              />
            </Fragment>
          );
        })}
      </div>
    </>
  );
  return (
    <div class={groupClass(error)}>
      {label === undefined ? (
        body
      ) : (
        <Fieldset
          legend={label}
          legendSize={labelSize}
          headingLevel={headingLevel}
          legendHidden={labelHidden}
          optional={optional}
          describedBy={described['aria-describedby']}
        >
          {body}
        </Fieldset>
      )}
    </div>
  );
}

export type RadiosProps = GroupProps & { value?: string | undefined; inline?: boolean | undefined };

export function Radios({ value, ...props }: RadiosProps) {
  const chosen = useValue(props.name, value);
  return <Group {...props} kind="radios" chosen={chosen === undefined ? [] : [chosen]} />;
}

export type CheckboxesProps = GroupProps & { values?: readonly string[] | undefined; inline?: boolean | undefined };

export const Checkboxes = ({ values, ...props }: CheckboxesProps) => (
  <Group {...props} kind="checkboxes" chosen={useChosen(props.name, values)} />
);
