import { conforms } from '../testing/fixtures.tsx';
import { WarningCallout } from './warning-callout.tsx';

conforms('warning-callout', {
  default: (
    <WarningCallout>
      {
        "For safety, tell your doctor or pharmacist if you're taking any other medicines, including herbal medicines, vitamins or supplements."
      }
    </WarningCallout>
  ),
  'with custom heading': (
    <WarningCallout heading="School, nursery or work">
      Stay away from school, nursery or work until all the spots have crusted over. This is usually 5 days after the spots first appeared.
    </WarningCallout>
  ),
});
