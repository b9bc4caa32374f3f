import { conforms } from '../testing/fixtures.tsx';
import { DateField } from './date-field.tsx';

const asked = {
  name: 'example',
  label: 'What is your date of birth?',
  labelSize: 'l',
  headingLevel: 1,
  hint: 'For example, 31 3 1980',
} as const;

// We post `example-day`, so that two dates fit on one page.
const names = (html: string) => html.replace(/name="example-(day|month|year)"/g, 'name="$1"');

conforms(
  'date-input',
  {
    default: <DateField {...asked} />,
    'with error message and hint': <DateField {...asked} errors={{ example: 'Enter your date of birth' }} />,
  },
  names,
);
