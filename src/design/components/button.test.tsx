import { conforms } from '../testing/fixtures.tsx';
import { Button } from './button.tsx';

conforms('button', {
  default: <Button>Save and continue</Button>,
  'default, small': <Button small>Save and continue</Button>,
  disabled: <Button disabled>Disabled button</Button>,
  secondary: <Button variant="secondary">Find my location</Button>,
  reverse: <Button variant="reverse">Log out</Button>,
  warning: <Button variant="warning">Yes, delete this vaccine</Button>,
  'as a link': <Button href="#">Link button</Button>,
  'with double click prevented': <Button preventDoubleClick>Save and continue</Button>,
  'with double click not prevented': <Button preventDoubleClick={false}>Save and continue</Button>,
});
