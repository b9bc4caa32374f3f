import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { encodingOf } from '../../platform/decode.ts';

/** The text of a file, in whatever it is written. */
export async function* textOf(path: string, contentType = ''): AsyncGenerator<string> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0).finally(() => file.close());
  const decoder = new TextDecoder(encodingOf(buffer.subarray(0, bytesRead), contentType));
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}
