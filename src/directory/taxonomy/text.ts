import { type TermFile, UnreadableFile } from './file.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The text of a file in pieces. UTF-8 and UTF-16 are recognised; what is neither is read as Windows-1252, as spreadsheets write it. */
export async function* textOf(file: TermFile): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(file));
  for await (const bytes of file.open()) {
    const text = decoder.decode(bytes, { stream: true });
    if (text) yield text;
  }
  yield decoder.decode();
}

/** The whole text, of a file that must be read whole: at most so many bytes. */
export async function wholeText(file: TermFile, most: number): Promise<string> {
  let text = '';
  for await (const piece of textOf(file)) {
    text += piece;
    if (text.length > most) throw new UnreadableFile('too-big', `${Math.round(most / 1_000_000)} MB`);
  }
  return text;
}

/** The first so many characters. */
export async function headOf(file: TermFile, characters: number): Promise<string> {
  let text = '';
  for await (const piece of textOf(file)) {
    text += piece;
    if (text.length >= characters) break;
  }
  return text.slice(0, characters);
}

async function encodingOf(file: TermFile): Promise<Encoding> {
  const marked = byMark(await firstBytes(file, 1024));
  if (marked) return marked;
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  for await (const bytes of file.open()) {
    if (bytes.includes(0)) throw new UnreadableFile('not-text');
    if (isUtf8) isUtf8 = canDecode(utf8, bytes);
  }
  return isUtf8 && canDecode(utf8) ? 'utf-8' : 'windows-1252';
}

async function firstBytes(file: TermFile, most: number): Promise<Uint8Array> {
  let first = new Uint8Array();
  for await (const bytes of file.open()) {
    first = Uint8Array.from([...first, ...bytes.subarray(0, most - first.length)]);
    if (first.length >= most) break;
  }
  if (!first.length) throw new UnreadableFile('empty');
  return first;
}

function canDecode(decoder: TextDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** By its byte-order mark, or by how every other byte is nothing, as in UTF-16 without one. */
function byMark(head: Uint8Array): Encoding | undefined {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) throw new UnreadableFile('packed');
  if (a === 0x1f && b === 0x8b) throw new UnreadableFile('packed');
  const half = head.length / 2;
  const none = (parity: 0 | 1) => head.filter((byte, index) => index % 2 === parity && byte === 0).length;
  if (head.length >= 8 && none(1) > half * 0.7 && none(0) < half * 0.1) return 'utf-16le';
  if (head.length >= 8 && none(0) > half * 0.7 && none(1) < half * 0.1) return 'utf-16be';
  return undefined;
}
