/** Says all there is to say in its message: whoever started Bothy can mend it, and needs no stack trace. */
export class PlainError extends Error {}

type Fault = { code?: string; message?: string; cause?: unknown; errors?: unknown[] };

const away = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET', 'EPIPE', '53300'];
// The server says that it is going down, coming up, or has let go of us.
const goneAway = ['57P01', '57P02', '57P03', '08000', '08001', '08003', '08004', '08006'];
const lost = /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;

/** Whether the database cannot be reached just now; another try later may find it. */
export const isDatabaseAway = (error: unknown): boolean =>
  [...away, ...goneAway].includes(codeOf(error)) || chain(error).some(({ message }) => lost.test(message ?? ''));

/** A sentence for what often goes wrong when Bothy starts; undefined for a fault of ours. Never repeats a password. */
export function plainSentence(error: unknown, { databaseUrl }: { databaseUrl: string }): string | undefined {
  if (error instanceof PlainError) return error.message;
  const code = codeOf(error);
  const database = nameOf(databaseUrl);
  if (isDatabaseAway(error)) {
    return `The database ${database} does not answer (${code || 'no answer in time'}). See that it runs, and that DATABASE_URL is right.`;
  }
  switch (code) {
    case '28P01':
    case '28000':
      return `The database ${database} does not let this account in. See that the name and password in DATABASE_URL are right.`;
    case '3D000':
      return `There is no database ${database}. Create it first, or mend DATABASE_URL.`;
    case '42501':
      return `The account in DATABASE_URL may not do what is needed in ${database}: ${messageOf(error)}. docs/operating/postgresql.md says what it must be allowed.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Bothy may not write to ${database}. Give it that folder, or set BOTHY_DATA to another.`;
    case 'ENOSPC':
    case '53100':
      return 'The disk is full. Make room, then start Bothy again.';
    default:
      return undefined;
  }
}

const chain = (error: unknown): Fault[] => {
  if (!error || typeof error !== 'object') return [];
  const fault = error as Fault;
  return [fault, ...chain(fault.cause), ...(fault.errors ?? []).flatMap(chain)];
};

const codeOf = (error: unknown): string => chain(error).find(({ code }) => typeof code === 'string')?.code ?? '';
const messageOf = (error: unknown): string => chain(error).find(({ code }) => typeof code === 'string')?.message ?? '';

/** `host:port/name` without the account and its password; a folder as it is. */
function nameOf(url: string): string {
  if (!/^postgres(ql)?:/.test(url)) return url;
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'in DATABASE_URL';
  }
}
