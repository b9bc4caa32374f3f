import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';

type Props = {
  kind?: 'success' | 'info' | undefined;
  title?: string | undefined;
  /** One strong sentence; `children` follow it. */
  text?: string | undefined;
  id?: string | undefined;
  children?: ComponentChildren;
};

export function NotificationBanner({ kind = 'info', title, text, id = 'notice', children }: Props) {
  const words = useWords().design;
  const success = kind === 'success';
  const titleId = `${id}-title`;
  return (
    <div
      class={`nhsuk-notification-banner${success ? ' nhsuk-notification-banner--success' : ''}`}
      data-module="nhsuk-notification-banner"
      role={success ? 'alert' : 'region'}
      aria-labelledby={titleId}
    >
      <div class="nhsuk-notification-banner__header">
        <h2 class="nhsuk-notification-banner__title" id={titleId}>
          {title ?? (success ? words.success : words.important)}
        </h2>
      </div>
      <div class="nhsuk-notification-banner__content">
        {text !== undefined && <p class="nhsuk-notification-banner__heading">{text}</p>}
        {children}
      </div>
    </div>
  );
}
