import * as z from 'zod';

const schema = z.object({
  DATABASE_URL: z.string().optional(),
  BOTHY_DATA: z.string().default('./data'),
  BOTHY_DEMO: z.enum(['on', 'off']).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Bothy <no-reply@bothy.example>'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Config = ReturnType<typeof readConfig>;

/** Reads and checks the environment; a mistake is named in a sentence, with the variable that holds it. */
export function readConfig(env: NodeJS.ProcessEnv) {
  const read = schema.safeParse(env);
  if (!read.success) throw new Error(`The settings cannot be used.\n${z.prettifyError(read.error)}`);
  const { DATABASE_URL: url, ...rest } = read.data;
  const embedded = !url;
  return {
    databaseUrl: url ?? `${rest.BOTHY_DATA}/db`,
    embedded,
    demo: rest.BOTHY_DEMO ?? (embedded ? 'on' : 'off'),
    host: rest.HOST,
    port: rest.PORT,
    publicUrl: (rest.PUBLIC_URL ?? `http://${rest.HOST}:${rest.PORT}`).replace(/\/$/, ''),
    smtpUrl: rest.SMTP_URL,
    mailFrom: rest.MAIL_FROM,
    metricsPort: rest.METRICS_PORT,
    logLevel: rest.LOG_LEVEL,
  };
}
