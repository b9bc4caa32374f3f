import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** What was asked, by the names of the parameters: each as often as it was given. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** The parameters of an address and, when it was posted, of a form or a JSON object too, so that words about a person need not stand in an address. */
export async function givenIn(c: Context): Promise<Given> {
  const given: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  const add = (name: string, value: string) => (given[name] ??= []).push(value.replaceAll('\0', '').toWellFormed());
  for (const [name, value] of new URL(c.req.url).searchParams) add(name, value);
  if (c.req.method === 'POST') for (const [name, value] of await posted(c)) add(name, value);
  return given;
}

async function posted(c: Context): Promise<[string, string][]> {
  const type = c.req.header('content-type') ?? '';
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    const form = await c.req.formData().catch(unreadable);
    return [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  }
  const text = await c.req.text();
  if (!text.trim()) return [];
  const body: unknown = parsed(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return unreadable();
  return Object.entries(body).flatMap(([name, value]) =>
    [value as unknown]
      .flat()
      .flatMap((each): [string, string][] => (isPlain(each) ? [[name, String(each)]] : each === null ? [] : unreadable())),
  );
}

const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return unreadable();
  }
}

function unreadable(): never {
  throw new HTTPException(400);
}
