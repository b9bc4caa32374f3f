import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { PlainError } from './plain-error.ts';
import { isPublicAddress } from './public-address.ts';

type MayReach = (address: string) => boolean;
/** `mayReach` judges each IP address, and lets only public ones pass unless told otherwise. `seconds` and `bytes` are the most that one answer may take. */
export type FetchOptions = { mayReach?: MayReach; seconds?: number; bytes?: number; redirects?: number };
export type Fetched = { url: string; status: number; body: string };

/**
 * Gets a text from an address that somebody else chose, without letting it reach into our own network. The address is
 * checked when the connection is made, so that a name cannot change its mind in between; so is each redirect.
 */
export async function safeFetch(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { mayReach = isPublicAddress, seconds = 30, bytes = 20 * 1024 * 1024, redirects = 3 } = options;
  const signal = AbortSignal.timeout(seconds * 1000);
  let at = checked(url, mayReach);
  for (let moves = 0; ; moves++) {
    const answer = await ask(at, mayReach, signal).catch((error: unknown) => explain(error, at, signal, seconds));
    const status = answer.statusCode ?? 0;
    const onward = status >= 300 && status < 400 && answer.headers.location;
    if (!onward)
      return { url: at.href, status, body: await read(answer, at, bytes).catch((e: unknown) => explain(e, at, signal, seconds)) };
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

const ask = (url: URL, mayReach: MayReach, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { accept: 'application/json, application/x-ndjson', 'accept-encoding': 'identity', 'user-agent': 'Bothy' };
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
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new PlainError(`${shown(url)} answers with more than ${Math.round(most / 1024 / 1024)} MB at once.`);
    parts.push(part);
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(parts));
}

function explain(error: unknown, url: URL, signal: AbortSignal, seconds: number): never {
  if (error instanceof PlainError) throw error;
  if (signal.aborted) throw new PlainError(`${shown(url)} does not answer within ${seconds} seconds.`);
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    throw new PlainError(`There is no web address ${url.hostname}, or it cannot be found now.`);
  throw new PlainError(`${shown(url)} does not answer, or breaks off (${code || 'no reason given'}).`);
}
