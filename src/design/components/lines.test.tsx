import { expect, it } from 'vitest';
import { show } from '../testing/fixtures.tsx';
import { Lines, Prose } from './lines.tsx';

it('keeps the line breaks of what somebody wrote, and none of its markup', () => {
  expect(show(<Lines text={'Used to sing.\nWould like <b>company</b> & tea.'} />)).toBe(
    'Used to sing.<br/>Would like &lt;b>company&lt;/b> &amp; tea.',
  );
});

it('makes a paragraph of each empty line', () => {
  expect(show(<Prose text={'One.\n\nTwo.\r\n\r\nThree.'} />).match(/<p>/g)).toHaveLength(3);
});
