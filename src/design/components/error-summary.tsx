import { useWords } from '../context.ts';

export type SummaryError = { text: string; href?: string | undefined };

type Props = { errors: readonly SummaryError[]; description?: string | undefined };

export function ErrorSummary({ errors, description }: Props) {
  return (
    <div class="nhsuk-error-summary" data-module="nhsuk-error-summary">
      <div role="alert">
        <h2 class="nhsuk-error-summary__heading">{useWords().design.problem}</h2>
        <div class="nhsuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="nhsuk-list nhsuk-error-summary__list">
              {errors.map(({ text, href }) => (
                <li key={`${href ?? ''}${text}`}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
