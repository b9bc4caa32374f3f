import { conforms } from '../testing/fixtures.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';

const items = ['Home', 'NHS services', 'Hospitals'].map((text) => ({ href: '#', text }));

conforms('breadcrumb', { default: <Breadcrumbs items={items} /> });
