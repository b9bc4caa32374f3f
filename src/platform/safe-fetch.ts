import { createWriteStream } from 'node:fs';
import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { decoded } from './decode.ts';
import { PlainError } from './plain-error.ts';
import { isPublicAddress } from './public-address.ts';

type MayReach = (address: string) => boolean;
/** `mayReach` judges each IP address, and lets only public ones pass unless told otherwise. `seconds` and `bytes` are the most that one answer may take. */
export type FetchOptions = { mayReach?: MayReach; seconds?: number; bytes?: number; redirects?: number; headers?: Record<string, string> };
export type Fetched = { url: string; status: number; body: string; headers: Headers };
type Headers = IncomingMessage['headers'];
type Opened = { url: URL; status: number; answer: IncomingMessage; most: number; failed: (error: unknown) => never };

/**
 * Gets a text from an address that somebody else chose, without letting it reach into our own network. The address is
 * checked when the connection is made, so that a name cannot change its mind in between; so is each redirect.
 */
export async function safeFetch(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { url: at, status, answer, most, failed } = await open(url, options);
  const body = await read(answer, at, most).catch(failed);
  return { url: at.href, status, body, headers: answer.headers };
}

/** The same into a file, piece by piece, for what is too large to hold. Anything but 200 leaves no file. */
export async function safeDownload(url: string, file: string, options: FetchOptions = {}): Promise<{ status: number; headers: Headers }> {
  const { url: at, status, answer, most, failed } = await open(url, options);
  if (status !== 200) answer.destroy();
  else await pipeline(answer, limited(at, most), createWriteStream(file)).catch(failed);
  return { status, headers: answer.headers };
}

async function open(
  url: string,
  { mayReach = isPublicAddress, seconds = 30, bytes = 20 * 1024 * 1024, redirects = 3, headers = {} }: FetchOptions,
): Promise<Opened> {
  const signal = AbortSignal.timeout(seconds * 1000);
  let at = checked(url, mayReach);
  for (let moves = 0; ; moves++) {
    const failed = (error: unknown): never => explain(error, at, signal, seconds);
    const answer = await ask(at, mayReach, signal, headers).catch(failed);
    const status = answer.statusCode ?? 0;
    const onward = status >= 300 && status < 400 && answer.headers.location;
    if (!onward) return { url: at, status, answer, most: bytes, failed };
    answer.destroy();
    if (moves === redirects) throw new PlainError(`${shown(at)} sends from one address to the next, more than ${redirects} times.`);
    if (!URL.canParse(onward, at)) throw new PlainError(`${shown(at)} sends on to something that is not an address.`);
    at = checked(new URL(onward, at).href, mayReach);
  }
}

/** An address as it may be printed: without what may be a secret. */
export const shown = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

function checked(text: string, mayReach: MayReach): URL {
  if (!URL.canParse(text)) throw new PlainError(`${text} is not a web address.`);
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol)) throw new PlainError(`${shown(url)}: only http and https addresses are read.`);
  if (url.username || url.password) throw new PlainError(`${shown(url)}: an address with a name or password in it is not read.`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !mayReach(host)) throw refused(url.hostname);
  return url;
}

const refused = (host: string) =>
  new PlainError(`${host} is an address of this machine or of a private network, which is not read. If you trust it, add --allow-private.`);

const ask = (url: URL, mayReach: MayReach, signal: AbortSignal, more: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { accept: 'application/json, application/x-ndjson', 'accept-encoding': 'identity', 'user-agent': 'Bothy', ...more };
    const request = url.protocol === 'https:' ? overHttps : overHttp;
    request(url, { signal, headers, lookup: lookupAmong(mayReach) }, resolve)
      .on('error', reject)
      .end();
  });

const lookupAmong =
  (mayReach: MayReach): LookupFunction =>
  (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return done(error, '');
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => mayReach(address))) return done(refused(hostname), '');
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };

async function read(answer: IncomingMessage, url: URL, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of limited(url, most)(answer)) parts.push(part);
  return decoded(Buffer.concat(parts), answer.headers['content-type']);
}

const limited = (url: URL, most: number) =>
  async function* (parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let size = 0;
    for await (const part of parts) {
      size += part.length;
      if (size > most) throw new PlainError(`${shown(url)} answers with more than ${Math.round(most / 1024 / 1024)} MB at once.`);
      yield part;
    }
  };

function explain(error: unknown, url: URL, signal: AbortSignal, seconds: number): never {
  if (error instanceof PlainError) throw error;
  if (signal.aborted) throw new PlainError(`${shown(url)} does not answer within ${seconds} seconds.`);
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    throw new PlainError(`There is no web address ${url.hostname}, or it cannot be found now.`);
  throw new PlainError(`${shown(url)} does not answer, or breaks off (${code || 'no reason given'}).`);
}
