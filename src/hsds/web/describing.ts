/** Pieces of an OpenAPI 3.1 document. */
export type Json = { [name: string]: unknown };

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const listOf = (items: Json): Json => ({ type: 'array', items });
export const text = { type: 'string' } as const;
export const uuid = { type: 'string', format: 'uuid' } as const;
export const whole = { type: 'integer', minimum: 0 } as const;
export const yesOrNo = { type: 'boolean' } as const;
export const instant = { type: 'string', format: 'date-time' } as const;
export const oneOf = (codes: readonly string[]): Json => ({ type: 'string', enum: [...codes] });

/** An object; a name that ends in `?` may be left out. */
export function object(properties: Json, more: Json = {}): Json {
  const names = Object.keys(properties);
  const required = names.filter((name) => !name.endsWith('?'));
  return {
    type: 'object',
    ...(required.length && { required }),
    properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
    ...more,
  };
}

export const json = (schema: Json): Json => ({ 'application/json': { schema } });
export const parameter = (name: string, description: string, schema: Json): Json => ({ name, in: 'query', description, schema });
export const idInPath: Json = { name: 'id', in: 'path', required: true, description: 'The id of what is wanted.', schema: uuid };

/** How the answers that are not 200 are told. */
export const problems = (...statuses: readonly ('400' | '404' | '413')[]): Json =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }]));

const problemAnswer = (description: string): Json => ({ description, content: { 'application/problem+json': { schema: ref('Problem') } } });

/** Parts that every document has. */
const commonParts = {
  schemas: {
    Problem: object({
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      'errors?': listOf(object({ parameter: text, detail: text })),
      'directories?': listOf(object({ name: text, url: { type: 'string', format: 'uri' } })),
    }),
  },
  responses: {
    304: { description: 'Nothing has changed since the answer that the reader has.' },
    400: problemAnswer('Something that was asked cannot be understood; `errors` says what.'),
    404: problemAnswer('There is no such thing, or not for everybody.'),
    413: problemAnswer('More was sent than is read.'),
  },
} as const;

type Told = { title: string; version: string; description: string; base: string };

/** A whole document of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0). */
export const openApi = ({ title, version, description, base }: Told, paths: Json, schemas: Json): Json => ({
  openapi: '3.1.0',
  info: {
    title,
    version,
    description,
    license: { name: 'Apache 2.0 (the software; whose the data are is told in them)', identifier: 'Apache-2.0' },
  },
  servers: [{ url: base }],
  security: [],
  paths,
  components: { schemas: { ...commonParts.schemas, ...schemas }, responses: commonParts.responses },
});
