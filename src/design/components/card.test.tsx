import { conforms } from '../testing/fixtures.tsx';
import { Card } from './card.tsx';
import { SummaryList } from './summary-list.tsx';

const guide = 'A quick guide for people who have care and support needs and their carers';
const manager = [
  { key: 'Name', value: 'Karen Francis' },
  { key: 'Date of birth', value: '15 March 1984' },
];
const actions = [
  { href: '#/delete', text: 'Delete' },
  { href: '#/withdraw', text: 'Withdraw' },
];

conforms('card', {
  'basic with heading link': (
    <Card heading="Introduction to care and support" headingLevel={3} headingSize="m" href="#" description={guide} />
  ),
  'basic without heading': <Card description={guide} />,
  clickable: <Card clickable heading="Introduction to care and support" headingSize="m" href="#" description={guide} />,
  feature: <Card feature heading="Feature card heading" description="Feature card description." />,
  'basic with summary list and actions': (
    <Card heading="Regional Manager" headingLevel={3} actions={actions}>
      <SummaryList rows={manager} lastBorder={false} />
    </Card>
  ),
});
