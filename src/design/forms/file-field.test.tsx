import { conforms } from '../testing/fixtures.tsx';
import { FileField } from './file-field.tsx';

const asked = { name: 'file-upload', label: 'Upload a file', headingLevel: 1 } as const;

conforms('file-upload', {
  default: <FileField {...asked} labelSize="l" />,
  disabled: <FileField {...asked} labelSize="l" disabled />,
  label: <FileField {...asked} labelSize="s" />,
});
