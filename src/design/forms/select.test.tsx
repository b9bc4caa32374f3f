import { conforms } from '../testing/fixtures.tsx';
import { Select } from './select.tsx';

const options = [
  { value: 'published', text: 'Recently published' },
  { value: 'updated', text: 'Recently updated' },
  { value: 'views', text: 'Most views' },
  { value: 'comments', text: 'Most comments' },
];
const asked = { name: 'example', label: 'Sort by', labelSize: 'l', headingLevel: 1 } as const;

conforms('select', {
  default: <Select {...asked} options={options} />,
  'with selected value': <Select {...asked} id="with-value" options={options} value="updated" />,
  'disabled option': <Select {...asked} options={options.map((o) => (o.value === 'comments' ? { ...o, disabled: true } : o))} />,
});
