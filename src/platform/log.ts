import pino from 'pino';

export type Log = pino.Logger;

/** Logs what happened and to which id; never names, numbers, addresses or words about a person. */
export const openLog = (level: string): Log => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
