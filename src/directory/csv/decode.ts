/** The text of a file of whatever spreadsheet: UTF-8 or UTF-16 with or without its mark, else Windows-1252. */
export function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = bytes.subarray(0, 2000);
  const nulAt = (rest: number) => start.filter((byte, nth) => nth % 2 === rest && byte === 0).length;
  if (nulAt(1) > start.length / 4) return new TextDecoder('utf-16le').decode(bytes);
  if (nulAt(0) > start.length / 4) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export type Separator = ',' | ';' | '\t';

/** What stands between the cells: whichever there is most of in the first line that says anything. */
export function separatorOf(text: string): Separator {
  const line = /^[^\S\r\n]*(\S[^\r\n]*)/m.exec(text.slice(0, 100_000))?.[1] ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (separator: Separator) => bare.split(separator).length;
  return ([',', ';', '\t'] as const).reduce((best, next) => (count(next) > count(best) ? next : best));
}
