import { conforms } from '../testing/fixtures.tsx';
import { ActionLink } from './action-link.tsx';

conforms('action-link', { default: <ActionLink href="#/find">Find your nearest A&E</ActionLink> });
