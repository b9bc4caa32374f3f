import * as z from 'zod';
import { PlainError } from './plain-error.ts';

/** Whose pictures of streets pages may show, and what they want said of them. */
export type Tiles = { url: string; attribution: string };

const isTileAddress = (url: string): boolean =>
  /^https:\/\/(\{s\}\.)?[\w.-]+(:\d+)?\//.test(url) &&
  ['{z}', '{x}', '{y}'].every((part) => url.includes(part)) &&
  URL.canParse(url.replace('{s}.', ''));

/** Where a browser must be allowed to fetch the pictures from, as a Content-Security-Policy says it. */
export const tileSource = ({ url }: Tiles): string => {
  const { origin, host } = new URL(url.replace('{s}.', ''));
  return url.includes('{s}.') ? `https://*.${host}` : origin;
};

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'Give an address that begins with postgres://, or none for the embedded database')
    .optional(),
  BOTHY_DATA: z.string().default('./data'),
  BOTHY_DEMO: z.enum(['on', 'off']).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'Give an address that begins with https:// or http://' }).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'Give an address that begins with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('Bothy <no-reply@bothy.example>'),
  NOTIFY_API_KEY: z
    .string()
    .regex(
      /-[\da-f-]{36}-[\da-f-]{36}$/,
      'Give a whole key of GOV.UK Notify: its name, the id of the service and the secret, with dashes between',
    )
    .optional(),
  NOTIFY_TEXT_TEMPLATE: z.string().optional(),
  NOTIFY_TEXT_SENDER: z.string().optional(),
  NOTIFY_URL: z.url({ protocol: /^https?$/, error: 'Give an address that begins with https:// or http://' }).optional(),
  BOTHY_TILES_URL: z
    .string()
    .refine(
      isTileAddress,
      'Give an address that begins with https:// and holds {z}, {x} and {y}, such as https://tiles.example.org/{z}/{x}/{y}.png',
    )
    .optional(),
  BOTHY_TILES_ATTRIBUTION: z.string().default(''),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Config = ReturnType<typeof readConfig>;

/** Reads and checks the environment; a mistake is named in a sentence, with the variable that holds it. */
export function readConfig(env: NodeJS.ProcessEnv) {
  // A compose file sets what it leaves empty; that means not set.
  const read = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!read.success) throw new PlainError(`The settings cannot be used.\n${z.prettifyError(read.error)}`);
  const { DATABASE_URL: url, ...rest } = read.data;
  const { NOTIFY_API_KEY: key, NOTIFY_TEXT_TEMPLATE: template } = rest;
  if (Boolean(key) !== Boolean(template))
    throw new PlainError('The settings cannot be used.\nText messages need both NOTIFY_API_KEY and NOTIFY_TEXT_TEMPLATE.');
  const embedded = !url;
  return {
    databaseUrl: url ?? `${rest.BOTHY_DATA}/db`,
    embedded,
    demo: rest.BOTHY_DEMO ?? (embedded ? 'on' : 'off'),
    host: rest.HOST,
    port: rest.PORT,
    publicUrl: (rest.PUBLIC_URL ?? `http://${rest.HOST.includes(':') ? `[${rest.HOST}]` : rest.HOST}:${rest.PORT}`).replace(/\/$/, ''),
    smtpUrl: rest.SMTP_URL,
    mailFrom: rest.MAIL_FROM,
    texts: key && template ? { key, template, sender: rest.NOTIFY_TEXT_SENDER, url: rest.NOTIFY_URL } : undefined,
    tiles: rest.BOTHY_TILES_URL === undefined ? undefined : { url: rest.BOTHY_TILES_URL, attribution: rest.BOTHY_TILES_ATTRIBUTION },
    metricsPort: rest.METRICS_PORT,
    logLevel: rest.LOG_LEVEL,
  };
}
