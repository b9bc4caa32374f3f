/** What a text is written in: its own mark, or what it is said to be; else UTF-8 when it can be, and Windows-1252 when it cannot. */
export function encodingOf(bytes: Uint8Array, contentType = ''): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // JSON and CSV begin with a letter of ASCII, so every other byte of UTF-16 is nothing.
  if (first === 0 && second !== 0) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  const said = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  if (said && !/^utf-?8$/i.test(said) && isKnown(said)) return said;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** The text that bytes stand for, without its byte order mark. */
export const decoded = (bytes: Uint8Array, contentType = ''): string => new TextDecoder(encodingOf(bytes, contentType)).decode(bytes);

const isKnown = (label: string): boolean => {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
};

/** The last letter may be cut off, when only the beginning was looked at. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
