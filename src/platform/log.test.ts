import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { openLog } from './log.ts';

function logged(err: unknown): { line: string; entry: { err: Record<string, unknown> } } {
  let line = '';
  const to = new Writable({ write: (chunk: Buffer, _encoding, done) => ((line += chunk.toString()), done()) });
  openLog('info', to).error({ err }, 'A page failed');
  return { line, entry: JSON.parse(line) as { err: Record<string, unknown> } };
}

it('says what kind of fault it was and where it happened', () => {
  const { entry } = logged(new TypeError('x is not a function'));
  expect(entry.err).toMatchObject({ type: 'TypeError', message: 'x is not a function', stack: expect.stringContaining('log.test.ts') });
});

it('does not repeat what the database says about the values of a person', () => {
  const fault = Object.assign(new Error('invalid input syntax for type date: "Morag Baird"'), {
    name: 'error',
    severity: 'ERROR',
    code: '23505',
    table: 'person',
    constraint: 'person_number',
    detail: 'Key (number)=(9990000018) already exists.',
    params: ['Morag Baird'],
    query: "select 'Morag'",
    where: 'COPY person, line 1: "Morag"',
  });
  fault.stack = `${fault.name}: ${fault.message}\n    at somewhere (store.ts:1:1)`;
  const { line, entry } = logged(fault);
  expect(line).not.toMatch(/Morag|9990000018/);
  expect(entry.err).toMatchObject({
    code: '23505',
    table: 'person',
    constraint: 'person_number',
    stack: expect.stringContaining('store.ts:1:1'),
  });
});

it('does not repeat it when another fault wraps it, and follows the chain of causes', () => {
  const cause = Object.assign(new Error('value "Morag" is out of range'), { severity: 'ERROR', code: '22003' });
  const { line, entry } = logged(new Error('The referral could not be saved', { cause }));
  expect(line).not.toContain('Morag');
  expect(entry.err).toMatchObject({ message: 'The referral could not be saved', cause: { code: '22003' } });
});

it('copes with what is no error at all, and with one that causes itself', () => {
  expect(logged('Morag').line).not.toContain('Morag');
  const itself = new Error('round and round');
  itself.cause = itself;
  expect(logged(itself).entry.err).toMatchObject({ message: 'round and round' });
});
