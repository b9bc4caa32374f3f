import { conforms } from '../testing/fixtures.tsx';
import { PanelBox } from './panel-box.tsx';

const sent = 'We have sent you a confirmation email';

conforms('panel', {
  default: <PanelBox title="Booking complete">{sent}</PanelBox>,
  'with heading level 2': (
    <PanelBox title="Booking complete" level={2}>
      {sent}
    </PanelBox>
  ),
});
