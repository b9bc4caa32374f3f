import { conforms } from '../testing/fixtures.tsx';
import { BackLink } from './back-link.tsx';

conforms('back-link', { default: <BackLink href="#" /> });
