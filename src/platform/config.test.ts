import { describe, expect, it } from 'vitest';
import { readConfig, tileSource } from './config.ts';

describe('settings', () => {
  it('are all there when none is given: an embedded database with the demo, on this machine alone', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: './data/db',
      embedded: true,
      demo: 'on',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      smtpUrl: undefined,
      mailFrom: 'Bothy <no-reply@bothy.example>',
      tiles: undefined,
      metricsPort: undefined,
      logLevel: 'info',
    });
  });

  it('never load the demo into PostgreSQL unless asked to', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://db/bothy' })).toMatchObject({
      databaseUrl: 'postgres://db/bothy',
      embedded: false,
      demo: 'off',
    });
    expect(readConfig({ DATABASE_URL: 'postgresql://db/bothy', BOTHY_DEMO: 'on' }).demo).toBe('on');
    expect(readConfig({ BOTHY_DEMO: 'off' }).demo).toBe('off');
  });

  it('left empty, as a compose file leaves them, are not set', () => {
    const empty = {
      DATABASE_URL: '',
      BOTHY_DATA: '',
      BOTHY_DEMO: '',
      HOST: '',
      PORT: '',
      PUBLIC_URL: '',
      SMTP_URL: '',
      MAIL_FROM: '',
      METRICS_PORT: '',
      LOG_LEVEL: '',
    };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('take the address that the public sees, without a slash at its end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://bothy.example/' }).publicUrl).toBe('https://bothy.example');
    expect(readConfig({ HOST: '::1', PORT: '8080' }).publicUrl).toBe('http://[::1]:8080');
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['METRICS_PORT', '1.5'],
    ['PUBLIC_URL', 'bothy.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['BOTHY_DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://db/bothy'],
    ['SMTP_URL', 'mail.example:25'],
  ])('with a mistake in %s (%s) are refused in a sentence that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^The settings cannot be used\\.[^]*${name}`));
  });

  it('that hold a password do not repeat it in the refusal', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://bothy:s3cret@db/bothy', SMTP_URL: 'bothy:s3cret@mail' })).toThrow(/^(?![^]*s3cret)/);
  });

  it('name whose pictures of streets may be shown, and where browsers may fetch them', () => {
    const { tiles } = readConfig({ BOTHY_TILES_URL: 'https://tiles.example.org/{z}/{x}/{y}.png', BOTHY_TILES_ATTRIBUTION: '© somebody' });
    expect(tiles).toEqual({ url: 'https://tiles.example.org/{z}/{x}/{y}.png', attribution: '© somebody' });
    expect(tileSource(tiles!)).toBe('https://tiles.example.org');
    expect(tileSource({ url: 'https://{s}.tiles.example.org/{z}/{x}/{y}.png', attribution: '' })).toBe('https://*.tiles.example.org');
    for (const wrong of ['http://tiles.example.org/{z}/{x}/{y}.png', 'https://tiles.example.org/1.png', 'https:///{z}/{x}/{y}'])
      expect(() => readConfig({ BOTHY_TILES_URL: wrong })).toThrow('BOTHY_TILES_URL');
  });
});
