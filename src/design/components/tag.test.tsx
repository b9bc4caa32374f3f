import { conforms } from '../testing/fixtures.tsx';
import { Tag } from './tag.tsx';

conforms('tag', {
  default: <Tag>Active</Tag>,
  'colour class': <Tag colour="green">Green</Tag>,
  'with text escaping': <Tag colour="red">A&E</Tag>,
});
