import { groupClass, HintAndError, Label, useField, type FieldProps } from './field.tsx';

type Props = FieldProps & {
  /** Endings and types of files that are offered first, such as '.csv,text/csv'. */ accept?: string | undefined;
};

/** A file to send, in a `Form` with `upload`. A browser forgets it when the page comes back, so that it has to be chosen again. */
export function FileField(props: Props) {
  const { id, error, described } = useField(props);
  return (
    <div class={groupClass(error, ' nhsuk-file-upload')} data-module="nhsuk-file-upload">
      <Label {...props} />
      <HintAndError id={id} hint={props.hint} error={error} />
      <input
        class={`nhsuk-file-upload__input${error ? ' nhsuk-file-upload__input--error' : ''}`}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        disabled={props.disabled ?? false}
        {...described}
      />
    </div>
  );
}
