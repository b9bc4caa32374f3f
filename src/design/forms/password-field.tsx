import { useWords } from '../context.ts';
import { groupClass, HintAndError, Label, useField, type FieldProps } from './field.tsx';

type Props = FieldProps & { autocomplete?: 'current-password' | 'new-password' | undefined };

/** Never filled again by the server. */
export function PasswordField(props: Props) {
  const words = useWords().design;
  const { id, error, described } = useField(props);
  return (
    <div class={groupClass(error, ' nhsuk-password-input')} data-module="nhsuk-password-input">
      <Label {...props} />
      <HintAndError id={id} hint={props.hint} error={error} />
      <div class="nhsuk-input-wrapper">
        <input
          class={`nhsuk-input${error ? ' nhsuk-input--error' : ''} nhsuk-password-input__input nhsuk-js-password-input-input`}
          id={id}
          name={props.name}
          type="password"
          spellcheck={false}
          autocomplete={props.autocomplete ?? 'current-password'}
          autocapitalize="none"
          disabled={props.disabled ?? false}
          {...described}
        />
        <button
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle nhsuk-js-password-input-toggle"
          data-module="nhsuk-button"
          type="button"
          aria-label={words.showPassword}
          aria-controls={id}
          hidden
        >
          {words.show}
        </button>
      </div>
    </div>
  );
}
