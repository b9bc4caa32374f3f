import { PlainError } from '../../platform/plain-error.ts';
import { type Fetched, type FetchOptions, safeFetch } from '../../platform/safe-fetch.ts';

/** `wait` is how a pause is made, in milliseconds; tests do not. */
export type Fetching = FetchOptions & { wait?: (milliseconds: number) => Promise<void> };

const pauses = [1000, 4000, 15_000];
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);
const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Fetches, and tries again after a while when what went wrong may pass. */
export async function fetchPatiently(url: string, { wait = sleep, ...options }: Fetching): Promise<Fetched> {
  for (const pause of pauses) {
    const answer = await safeFetch(url, options).catch((error: unknown) => {
      if (error instanceof PlainError && /does not answer/.test(error.message)) return undefined;
      throw error;
    });
    if (answer && !passing.has(answer.status)) return answer;
    await wait(Math.max(pause, asked(answer)));
  }
  return safeFetch(url, options);
}

const longest = 60_000;
/** What a server asks for, up to a minute. */
const asked = (answer: Fetched | undefined): number => Math.min(longest, 1000 * (Number(answer?.headers['retry-after']) || 0));
