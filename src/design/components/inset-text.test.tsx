import { conforms } from '../testing/fixtures.tsx';
import { InsetText } from './inset-text.tsx';

conforms('inset-text', {
  default: <InsetText>You can report any suspected side effect using the Yellow Card safety scheme</InsetText>,
  'with HTML': (
    <InsetText>
      <p>
        You can report any suspected side effect using the <a href="#">Yellow Card safety scheme</a>.
      </p>
    </InsetText>
  ),
});
