import { describe, expect, it } from 'vitest';
import { weaknessOf } from './password.ts';

const priya = { email: 'priya.shah@glenkens.example', name: 'Priya Shah' };
const weakness = (password: string) => weaknessOf(password, priya);

describe('a password', () => {
  it.each(['heather on the moor', 'Tk4-bq9-vZp2', 'twelve letters', 'ñandú en la montaña'])('may be %s', (password) => {
    expect(weakness(password)).toBeUndefined();
  });

  it('has at least 12 characters, counted as people count them', () => {
    expect(weakness('hill and burn'.slice(0, 11))).toBe('short');
    expect(weakness('🏔️🏔️🏔️🏔️')).toBe('short');
    expect(weakness('rowan and ash')).toBeUndefined();
  });

  it('has an end', () => {
    expect(weakness('a long walk '.repeat(20))).toBe('long');
  });

  it.each([
    'passwordpassword',
    'Password-2026!',
    'password1234',
    'qwertyuiop12',
    '123456789012',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'abababababab',
    'Welcome12345',
    'demo-bothy-2026',
    'Priya Shah 1990',
    'priya.shah@glenkens.example',
    'Priya.Shah 12345',
  ])('is not %s, which is tried first', (password) => {
    expect(weakness(password)).toBe('guessable');
  });
});
