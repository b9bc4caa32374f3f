import { describe, expect, it } from 'vitest';
import { toPlainText } from './plain-text.ts';

describe('the words of a feed', () => {
  it.each([
    ['<p>Wool &amp; tea.</p>', 'Wool & tea.'],
    ['<ul><li>Soup</li><li>Bread</li></ul>', '• Soup\n• Bread'],
    ['Tuesdays<br>2 to 4<br/>Free', 'Tuesdays\n2 to 4\nFree'],
    ['a < b and c > d, I <3 tea', 'a < b and c > d, I <3 tea'],
    ['&pound;2 a cup &ndash; caf&eacute;&#x2019;s best', '£2 a cup – café’s best'],
    ['Tea<script>alert(1)</script><style>p{}</style><iframe src="x">no</iframe> at two', 'Tea at two'],
    ['<img src=x onerror=alert(1)>Tea <a href="javascript:alert(2)">here</a>', 'Tea here'],
    ['<!-- nobody sees this -->Seen', 'Seen'],
    ['&lt;b&gt;not bold&lt;/b&gt;', '<b>not bold</b>'],
    ['  Plain   words \n\n\n\n as they are ', 'Plain words\n\nas they are'],
    [null, ''],
    [7, '7'],
  ])('%s', (given, seen) => {
    expect(toPlainText(given)).toBe(seen);
  });

  it('are cut where they go on for ever, and never take long, whatever somebody sends', () => {
    expect(toPlainText('a'.repeat(30), 10)).toBe('aaaaaaaaa…');
    for (const hostile of ['<', '<a ', '<li', '&', '<!--', '<script>', '<a href=', '<b>']) {
      const began = performance.now();
      toPlainText(hostile.repeat(100_000));
      expect(performance.now() - began).toBeLessThan(2000);
    }
  });
});
