import { useValue, useWords } from '../context.ts';
import { groupClass, HintAndError, Label, useField, type FieldProps } from './field.tsx';

type Props = FieldProps & {
  value?: string | undefined;
  rows?: number | undefined;
  /** Shows how much room is left; the server is who insists. */
  maxLength?: number | undefined;
  autocomplete?: string | undefined;
};

export function TextArea(props: Props) {
  const { name, value, rows = 5, maxLength } = props;
  const words = useWords().design;
  const counted = maxLength !== undefined;
  const { id, error, described } = useField(props, counted ? [`${props.id ?? name}-info`] : []);
  const typed = useValue(name, value);
  const names = ['nhsuk-textarea', error && 'nhsuk-textarea--error', counted && 'nhsuk-js-character-count'];
  return (
    <div
      class={groupClass(error, counted ? ' nhsuk-character-count' : '')}
      {...(counted ? { 'data-module': 'nhsuk-character-count', 'data-maxlength': maxLength } : {})}
    >
      <Label {...props} />
      <HintAndError id={id} hint={props.hint} error={error} />
      <textarea
        class={names.filter(Boolean).join(' ')}
        id={id}
        name={name}
        rows={rows}
        autocomplete={props.autocomplete}
        disabled={props.disabled ?? false}
        {...described}
      >
        {typed}
      </textarea>
      {counted && (
        <div class="nhsuk-hint nhsuk-character-count__message" id={`${id}-info`}>
          {words.upTo(maxLength)}
        </div>
      )}
    </div>
  );
}
