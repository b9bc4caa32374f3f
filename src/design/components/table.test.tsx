import { conforms } from '../testing/fixtures.tsx';
import { expect, it } from 'vitest';
import { show } from '../testing/fixtures.tsx';
import { Table, type Column } from './table.tsx';

type Skin = [symptom: string, cause: string];

const skin: Skin[] = [
  ['Blisters on lips or around the mouth', 'Cold sores'],
  ['Itchy, dry, cracked, sore', 'Eczema'],
  ['Itchy blisters', 'Shingles, chickenpox'],
];
const columns: Column<Skin>[] = [
  { header: 'Skin symptoms', rowHeader: true, cell: ([symptom]) => symptom },
  { header: 'Possible cause', cell: ([, cause]) => cause },
];

conforms('tables', {
  default: (
    <Table responsive={false} caption="Impetigo can look similar to other skin conditions" captionSize="m" columns={columns} rows={skin} />
  ),
});

it('names every cell for a phone, so that no column is lost', () => {
  const html = show(<Table caption="Skin" columns={columns} rows={skin} />);
  expect(html.match(/data-label="Possible cause"/g)).toHaveLength(3);
  expect(html).toContain('role="rowheader"');
});

it('says which column it is sorted by, and links to the others', () => {
  const sorted = columns.map((column, at) => ({
    ...column,
    sort: { href: `?sort=${at}`, ...(at === 0 ? { direction: 'descending' as const } : {}) },
  }));
  const html = show(<Table caption="Skin" columns={sorted} rows={skin} />);
  expect(html).toContain('aria-sort="descending"');
  expect(html).toContain('href="?sort=1"');
});

it('shows what to do instead of an empty table', () => {
  expect(show(<Table caption="Skin" columns={columns} rows={[]} empty={<p>Nobody is waiting.</p>} />)).toBe('<p>Nobody is waiting.</p>');
});
