import { conforms } from '../testing/fixtures.tsx';
import type { SummaryRow } from './summary-list.tsx';
import { SummaryList } from './summary-list.tsx';

const rows: SummaryRow[] = [
  { key: 'Name', value: 'Karen Francis' },
  { key: 'Date of birth', value: '15 March 1984' },
  {
    key: 'Contact information',
    value: (
      <>
        73 Roman Rd
        <br />
        Leeds
        <br />
        LS2 5ZN
      </>
    ),
  },
  {
    key: 'Contact details',
    value: (
      <>
        <p>07700 900362</p>
        <p>karen.francis@example.com</p>
      </>
    ),
  },
];

const abouts = ['name', 'date of birth', 'contact information', 'contact details'];
const changed = rows.map((row, at) => ({ ...row, actions: [{ href: '#/change', text: 'Change', about: abouts[at] }] }));

conforms('summary-list', {
  default: <SummaryList rows={rows} />,
  'with actions': <SummaryList rows={changed} />,
  'without border': <SummaryList rows={rows} border={false} />,
  'without last row border': <SummaryList rows={rows} lastBorder={false} />,
});
