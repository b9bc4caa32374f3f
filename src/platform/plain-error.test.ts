import { describe, expect, it } from 'vitest';
import { isDatabaseAway, PlainError, plainSentence } from './plain-error.ts';

const databaseUrl = 'postgres://bothy:s3cret@db.example:5432/bothy';
const said = (error: unknown) => plainSentence(error, { databaseUrl });
const fault = (code: string, message = 'something of the driver') => Object.assign(new Error(message), { code });

describe('what goes wrong at the start', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', '28P01', '3D000', '42501', 'EACCES', 'ENOSPC', '57P03'])(
    'is one sentence or two for %s, without the password',
    (code) => {
      expect(said(fault(code))).toMatch(/^[A-Z][^\n]+\.$/);
      expect(said(fault(code))).not.toContain('s3cret');
    },
  );

  it('is found behind the error that carries it', () => {
    expect(said(new Error('Migration 0001 failed', { cause: fault('42501', 'permission denied') }))).toContain('permission denied');
    expect(said(new AggregateError([fault('ECONNREFUSED')]))).toContain('db.example:5432/bothy does not answer (ECONNREFUSED)');
  });

  it('is said as it is when it is plain already, and left to the log when it is a fault of ours', () => {
    expect(said(new PlainError('Give another name.'))).toBe('Give another name.');
    expect(said(new TypeError('x is not a function'))).toBeUndefined();
    expect(said(undefined)).toBeUndefined();
  });
});

describe('a database that is away', () => {
  it('is told from one that refuses', () => {
    expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDatabaseAway(fault('57P01'))).toBe(true);
    expect(isDatabaseAway(fault('23505'))).toBe(false);
  });
});
