import { conforms } from '../testing/fixtures.tsx';
import { Details } from './details.tsx';

const where = 'You can find your NHS number by logging in to the NHS App or on any document the NHS has sent you.';

conforms('details', {
  default: <Details summary="How to find your NHS number">{where}</Details>,
  open: (
    <Details summary="How to find your NHS number" open>
      {where}
    </Details>
  ),
  expander: (
    <Details summary="Opening times" expander>
      We are open 9am to 6pm, Monday to Saturday.
    </Details>
  ),
});
