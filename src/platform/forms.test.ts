import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkForm, readForm, type Typed } from './forms.ts';

async function read(body: BodyInit, options: Parameters<typeof readForm>[1] = {}, type?: string): Promise<Typed> {
  let typed: Typed = {};
  const app = new Hono().post('/', async (c) => {
    typed = await readForm(c, options);
    return c.text('read');
  });
  const answer = await app.request('/', { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) });
  expect(answer.status).toBe(200);
  return typed;
}
const form = (fields: string[][]) => new URLSearchParams(fields);

describe('reading a form', () => {
  it('keeps what was typed as it was typed', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect((await read(form([['note', text]]))).note).toBe(text.replaceAll('\0', ''));
      }),
    ));

  it('takes the last answer where there is one to give, and all where there are many', async () => {
    const fields = form([
      ['need', 'loneliness'],
      ['need', 'debt'],
      ['note', 'first'],
      ['note', 'last'],
    ]);
    expect(await read(fields, { many: ['need', 'goal'] })).toEqual({ need: ['loneliness', 'debt'], goal: [], note: 'last' });
    expect(await read(form([['need', 'debt']]), { many: ['need'] })).toEqual({ need: ['debt'] });
  });

  it('leaves out what the database cannot store', async () => {
    expect(await read(form([['note', 'be\0fore']]))).toEqual({ note: 'before' });
  });

  it('reads a form with files in it, and leaves the files', async () => {
    const body = new FormData();
    body.append('name', 'Morag');
    body.append('file', new Blob(['x']), 'x.txt');
    expect(await read(body)).toEqual({ name: 'Morag', file: '' });
  });

  it.each([
    ['something else', 'application/json', '{"name":"Morag"}'],
    ['nothing at all', 'application/x-www-form-urlencoded', ''],
    ['half a percent sign', 'application/x-www-form-urlencoded', 'name%=%E0%A4&%'],
  ])('answers %s with an empty field, not with a fault', async (_what, type, body) => {
    const typed = await read(body, { many: ['need'] }, type);
    expect(typed.need).toEqual([]);
  });

  it.each([
    ['breaks off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-da'],
    ['has lost its boundary', 'multipart/form-data', 'hello'],
  ])('answers a form that %s with 400, not with a fault', async (_what, type, body) => {
    const app = new Hono().post('/', async (c) => c.json(await readForm(c)));
    expect((await app.request('/', { method: 'POST', body, headers: { 'content-type': type } })).status).toBe(400);
  });

  it.each([
    [['3', '2', '1950'], '1950-02-03'],
    [['03', '02', '1950'], '1950-02-03'],
    [[' 3', 'Feb', '1950 '], '1950-02-03'],
    [['29', 'February', '2024'], '2024-02-29'],
    [['', '', ''], ''],
    [['29', '2', '2026'], '29 2 2026'],
    [['3', '2', '50'], '3 2 50'],
    [['x', 'Octember', '1950'], 'x Octember 1950'],
    [['3', '', ''], '3'],
  ])('makes a day of three boxes %j', async ([day, month, year], expected) => {
    const typed = await read(
      form([
        ['born-day', day!],
        ['born-month', month!],
        ['born-year', year!],
      ]),
      { days: ['born'] },
    );
    expect(typed.born).toBe(expected);
    expect(typed['born-day']).toBe(day);
  });

  it('takes a day that was typed in one box', async () => {
    expect((await read(form([['born', '1950-02-03']]), { days: ['born'] })).born).toBe('1950-02-03');
  });
});

describe('checking a form', () => {
  const schema = z.object({
    name: z
      .string()
      .min(1, 'Enter a name')
      .max(5, 'Too long')
      .regex(/^[a-z]+$/, 'Letters only'),
    need: z.array(z.string()).min(1, 'Choose a need'),
  });

  it('gives what was meant', () => {
    expect(checkForm(schema, { name: 'morag', need: ['debt'] })).toEqual({ ok: true, value: { name: 'morag', need: ['debt'] } });
  });

  it('says the first thing wrong with each field, and keeps what was typed', () => {
    const typed = { name: 'MORAG BAIRD', need: [] };
    expect(checkForm(schema, typed)).toEqual({ ok: false, typed, errors: { name: 'Too long', need: 'Choose a need' } });
  });

  it('says what is wrong with the form as a whole under its own name', () => {
    const whole = z.object({}).refine(() => false, 'These do not go together');
    expect(checkForm(whole, {})).toMatchObject({ ok: false, errors: { form: 'These do not go together' } });
  });
});
