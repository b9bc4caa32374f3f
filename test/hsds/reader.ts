import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export type Json = { [name: string]: unknown };
type Get = (path: string) => Promise<Response>;
type Operation = { parameters?: { name: string }[]; responses: Record<string, { content?: Record<string, { schema?: Json }> }> };
export type OpenApi = { paths: Record<string, Partial<Record<'get' | 'post', Operation>>>; components: Json; servers: { url: string }[] };

const parts = ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'] as const;

/** Somebody elsewhere who reads a directory through one of its addresses, and checks each answer against what the API says of itself. */
export async function readerAt(get: Get, base: string) {
  const openapi = (await (await get(`${base}/openapi.json`)).json()) as OpenApi;
  const judge = judgeOf(openapi);
  const read = async (path: string): Promise<Json> => {
    const answer = await get(base + path);
    const body = (await answer.json()) as Json;
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(body)}`);
    return body;
  };
  return {
    openapi,
    judge,
    read,
    /** Every answer there is: each list short and full, and each thing in it. `about` is which schema of HSDS it is of. */
    async everything(): Promise<{ path: string; about: string; body: Json; wrong: string[] }[]> {
      const found: { path: string; about: string; body: Json; wrong: string[] }[] = [];
      const take = async (path: string, of: string, about: string) => {
        const body = await read(path);
        found.push({ path, about, body, wrong: judge(of, 'get', body) });
        return body;
      };
      await take('', '/', 'base');
      for (const kind of parts) {
        const about = kind === 'taxonomies' ? 'taxonomy' : kind.slice(0, -1);
        const list = await take(`/${kind}?per_page=500`, `/${kind}`, about);
        await take(`/${kind}?per_page=500&full=true`, `/${kind}`, about);
        if (kind === 'organizations') await take(`/${kind}?full_service=true`, `/${kind}`, about);
        for (const { id } of (list['contents'] as { id: string }[]).slice(0, 12)) await take(`/${kind}/${id}`, `/${kind}/{id}`, about);
      }
      return found;
    },
  };
}

/** Says what is wrong with an answer, by the schema that an OpenAPI document has for it. */
export function judgeOf(openapi: OpenApi) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'https://bothy.example/openapi', components: openapi.components });
  const known = new Map<string, ValidateFunction>();
  const judgeFor = (path: string, method: 'get' | 'post', status: string, type: string) => {
    const name = `${method} ${path} ${status}`;
    const schema = openapi.paths[path]?.[method]?.responses[status]?.content?.[type]?.schema;
    if (!schema) throw new Error(`${name} ${type} is not described.`);
    const rooted = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"https://bothy.example/openapi#/components')) as Json;
    return known.get(name) ?? known.set(name, ajv.compile(rooted)).get(name)!;
  };
  return (path: string, method: 'get' | 'post', body: unknown, status = '200', type = 'application/json'): string[] => {
    const valid = judgeFor(path, method, status, type);
    return valid(body) ? [] : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** Where in an answer something is null, empty text or an empty list. What HSDS requires of an address may be empty, and so may a page. */
export function emptyIn(value: unknown, at = ''): string[] {
  if (value === null || value === '') return /\/(postal_code|city|address_1)$/.test(at) ? [] : [at];
  if (Array.isArray(value)) return value.length || at === '/contents' ? value.flatMap((each, nth) => emptyIn(each, `${at}/${nth}`)) : [at];
  return typeof value === 'object' ? Object.entries(value).flatMap(([name, part]) => emptyIn(part, `${at}/${name}`)) : [];
}
