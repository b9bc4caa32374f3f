import type { ComponentChildren } from 'preact';

export type ButtonVariant = 'primary' | 'secondary' | 'reverse' | 'warning' | 'link';

type Props = {
  children: ComponentChildren;
  variant?: ButtonVariant | undefined;
  small?: boolean | undefined;
  /** A link that looks like a button. */
  href?: string | undefined;
  type?: 'submit' | 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  id?: string | undefined;
  formaction?: string | undefined;
  disabled?: boolean | undefined;
  preventDoubleClick?: boolean | undefined;
};

function buttonClass(variant: ButtonVariant, small: boolean | undefined): string {
  if (variant === 'link') return 'bothy-link-button';
  const names = ['nhsuk-button'];
  if (variant !== 'primary') names.push(`nhsuk-button--${variant}`);
  if (small) names.push('nhsuk-button--small');
  return names.join(' ');
}

export function Button({ children, variant = 'primary', small, href, preventDoubleClick, ...rest }: Props) {
  const shared = { class: buttonClass(variant, small), 'data-module': 'nhsuk-button' };
  if (href !== undefined) {
    return (
      <a {...shared} href={href} role="button" draggable={false} id={rest.id}>
        {children}
      </a>
    );
  }
  return (
    <button
      {...shared}
      {...(preventDoubleClick === undefined ? {} : { 'data-prevent-double-click': String(preventDoubleClick) })}
      type="submit"
      {...(rest.disabled ? { 'aria-disabled': 'true' as const } : {})}
      {...rest}
    >
      {children}
    </button>
  );
}

/** Buttons, and the link beside them, in a row that stacks on a phone. */
export const ButtonRow = ({ children }: { children: ComponentChildren }) => <div class="nhsuk-button-group">{children}</div>;
