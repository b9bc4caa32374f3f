import { conforms } from '../testing/fixtures.tsx';
import { ErrorSummary } from './error-summary.tsx';

const born = { text: 'Date of birth must be in the past', href: '#example-day' };

conforms('error-summary', {
  default: <ErrorSummary errors={[born]} />,
  'with description': <ErrorSummary errors={[born]} description="Describe the errors and how to correct them" />,
  'with multiple errors': (
    <ErrorSummary
      errors={[
        { text: 'Enter your first name', href: '#example-first-name' },
        { text: 'Enter your last name', href: '#example-last-name' },
      ]}
    />
  ),
  'without error link': <ErrorSummary errors={[{ text: 'Invalid username or password' }]} />,
  'without error link (mixed)': (
    <ErrorSummary
      errors={[
        { text: 'Invalid username or password' },
        { text: 'Agree to the terms of service to log in', href: '#example-terms-of-service' },
      ]}
    />
  ),
});
