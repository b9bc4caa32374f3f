import { describe, expect, it } from 'vitest';
import { decoded, encodingOf } from './decode.ts';

const text = '{"name": "Café Ròs – £2"}';
const utf16 = (swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};

describe('a text of somebody else', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(false)])],
    ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(true)])],
    ['UTF-16 without its mark', utf16(false)],
    ['UTF-16 without its mark, big end first', utf16(true)],
    ['Windows-1252', Buffer.from(text.replace('ò', 'o').replace('–', '\x96'), 'latin1')],
  ])('is read in %s', (_, bytes) => {
    expect(decoded(bytes).replace('Ros', 'Ròs')).toBe(text);
  });

  it('is read as it is said to be, unless it says otherwise itself', () => {
    expect(decoded(Buffer.from('Pi\xb3ka', 'latin1'), 'text/csv; charset=ISO-8859-2')).toBe('Piłka');
    expect(decoded(Buffer.from(text), 'application/json; charset=utf-8')).toBe(text);
    expect(decoded(Buffer.from(text), 'application/json; charset=no-such-thing')).toBe(text);
    expect(encodingOf(Buffer.from([]))).toBe('utf-8');
  });

  it('may be looked at in part, even when a letter is cut in two', () => {
    const bytes = Buffer.from('Café');
    expect(encodingOf(bytes.subarray(0, bytes.length - 1))).toBe('utf-8');
  });
});
