import { conforms } from '../testing/fixtures.tsx';
import { ErrorMessage, Hint } from './field.tsx';
import { Fieldset } from './fieldset.tsx';

conforms('fieldset', {
  default: <Fieldset legend="What is your address?" legendSize="l" headingLevel={1} />,
  'without legend heading': <Fieldset legend="What is your address?" />,
});

conforms('hint', {
  default: <Hint>Do not include personal information like your name, date of birth or NHS number</Hint>,
});

conforms('error-message', { default: <ErrorMessage>Enter your full name</ErrorMessage> });
