import { conforms } from '../testing/fixtures.tsx';
import { PasswordField } from './password-field.tsx';

const hint = 'It probably has some letters, numbers and maybe even some symbols in it';
const asked = { name: 'example', label: 'Password' } as const;
const page = { labelSize: 'l', headingLevel: 1 } as const;

conforms('password-input', {
  default: <PasswordField {...asked} {...page} />,
  'without heading': <PasswordField {...asked} id="without-heading" />,
  'with hint': <PasswordField {...asked} {...page} id="with-hint-text" hint={hint} />,
  'with error message and hint': (
    <PasswordField {...asked} {...page} id="with-error-message" hint={hint} errors={{ example: 'Enter a password' }} />
  ),
});
