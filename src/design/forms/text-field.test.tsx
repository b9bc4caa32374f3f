import { conforms } from '../testing/fixtures.tsx';
import { TextField } from './text-field.tsx';

const number = (
  <>
    This is a 10 digit number (like <span class="nhsuk-u-nowrap">999 123 4567</span>) that you can find on an NHS letter, prescription or in
    the NHS App
  </>
);
const asked = { name: 'example', label: 'What is your NHS number?', code: true, width: 10, inputmode: 'numeric' } as const;
const page = { labelSize: 'l', headingLevel: 1 } as const;
const cost = { name: 'example', id: 'with-prefix-suffix', label: 'Cost per item, in pounds', headingLevel: 1, width: 5 } as const;

conforms('input', {
  default: <TextField name="example" label="What is your full name?" {...page} />,
  disabled: <TextField name="example" label="What is your full name?" {...page} disabled />,
  'with hint': <TextField {...asked} {...page} id="with-hint" hint={number} />,
  'with error message and hint': (
    <TextField {...asked} {...page} id="with-hint-error" hint={number} errors={{ example: 'Enter NHS number' }} />
  ),
  'without heading': <TextField {...asked} id="without-heading" />,
  'with code input styling': <TextField {...asked} {...page} id="with-code-input-styling" hint={number} value="999 123 4567" />,
  'with prefix and suffix': <TextField {...cost} prefix="£" suffix="per item" />,
  'with prefix and suffix and error message': (
    <TextField {...cost} prefix="£" suffix="per item" errors={{ example: 'Enter a cost per item, in pounds' }} />
  ),
  'with autocomplete attribute': (
    <TextField
      name="example"
      id="with-autocomplete-attribute"
      label="Enter a full postcode in England"
      headingLevel={1}
      hint="For example, LS1 1AB"
      autocomplete="postal-code"
    />
  ),
});
