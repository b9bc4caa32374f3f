import pino from 'pino';

export type Log = pino.Logger;

/** Logs what happened and to which id; never names, numbers, addresses or words about a person. */
export const openLog = (level: string, to: pino.DestinationStream = pino.destination(1)): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: (error: unknown) => withoutValues(error) } }, to);

type Fault = Error & { code?: unknown; severity?: unknown; table?: unknown; constraint?: unknown };

/** A database repeats the values it was given in its messages, its details and its parameters; its code says enough. */
function withoutValues(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, code, severity, table, constraint, message, stack, cause } = error as Fault;
  const where = stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  return {
    type: name,
    ...(severity === undefined ? { message } : { table, constraint }),
    ...(code !== undefined && { code }),
    stack: where,
    ...(cause !== undefined && depth < 3 && { cause: withoutValues(cause, depth + 1) }),
  };
}
