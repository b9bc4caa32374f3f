import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openMailbox, type Mailbox } from '../../../test/support/mailbox.ts';
import { openSmtp } from './smtp.ts';

let mailbox: Mailbox | undefined;
afterEach(async () => {
  await mailbox?.close();
  mailbox = undefined;
});

const letter = (change = {}) => ({
  id: `${randomUUID()}@bothy.example`,
  to: { name: 'Ìsla Gordon', address: 'isla@practice.example' },
  subject: 'Your referral has come back',
  text: 'Dear Ìsla,\n\nSee why:\nhttps://bothy.example/referrals/1?a=b&c=d\n\n<b>Not bold</b>\n',
  ...change,
});

const open = (url: string, timeout = 2000) => openSmtp({ url, from: 'Bothy <no-reply@bothy.example>', timeout });

describe('mail through a real mail server', () => {
  it('arrives whole, in plain text and in HTML, from Bothy, at the one address', async () => {
    mailbox = await openMailbox();
    const sent = letter();
    expect(await open(mailbox.url).send(sent)).toEqual({ ok: true, value: 'taken' });
    const [mail] = mailbox.mails;
    expect(mail).toMatchObject({ from: 'no-reply@bothy.example', to: ['isla@practice.example'] });
    expect(mail!.header('message-id')).toBe(`<${sent.id}>`);
    expect(mail!.header('from')).toBe('Bothy <no-reply@bothy.example>');
    expect(mail!.header('subject')).toBe('Your referral has come back');
    expect(mail!.header('auto-submitted')).toBe('auto-generated');
    expect(mail!.part('text/plain')).toBe(sent.text);
    expect(mail!.part('text/html')).toContain('<a href="https://bothy.example/referrals/1?a=b&amp;c=d">');
    expect(mail!.part('text/html')).toContain('&lt;b&gt;Not bold&lt;/b&gt;');
  });

  it('lets nobody add a header or a recipient by a line break or a comma', async () => {
    mailbox = await openMailbox();
    const smtp = open(mailbox.url);
    const injected = {
      subject: 'Hello\r\nBcc: eve@example.org\r\n\r\nSurprise',
      to: { name: 'Isla\r\nBcc: eve@example.org', address: 'isla@practice.example' },
    };
    expect(await smtp.send(letter(injected))).toMatchObject({ ok: true });
    expect(mailbox.mails[0]!.to).toEqual(['isla@practice.example']);
    expect(mailbox.mails[0]!.header('bcc')).toBeUndefined();
    expect(mailbox.mails[0]!.header('subject')).toBe('Hello Bcc: eve@example.org Surprise');

    for (const address of [
      'isla@practice.example, eve@example.org',
      'isla@practice.example\r\nRCPT TO:<eve@example.org>',
      'isla@practice.example> <eve@example.org',
    ]) {
      await smtp.send(letter({ to: { name: 'Isla', address } }));
    }
    expect(mailbox.mails.flatMap(({ to }) => to).filter((to) => to.startsWith('eve'))).toEqual([]);
  });

  it('signs in with the name and password of its address', async () => {
    mailbox = await openMailbox({ user: 'bothy', password: 'p@ss' });
    const right = mailbox.url.replace('//', '//bothy:p%40ss@');
    expect(await open(right).send(letter())).toMatchObject({ ok: true });
    expect(await open(right.replace('p%40ss', 'wrong')).send(letter())).toEqual({
      ok: false,
      error: { code: 'sign-in-refused', again: true },
    });
  });

  it.each([
    [550, { code: 'address-refused', again: false }],
    [450, { code: 'address-refused', again: true }],
  ])('answers why an address was refused with %i, without repeating the address', async (responseCode, error) => {
    mailbox = await openMailbox({ refuseAddress: responseCode });
    expect(await open(mailbox.url).send(letter())).toEqual({ ok: false, error });
  });

  it.each([
    [554, { code: 'message-refused', again: false }],
    [452, { code: 'message-refused', again: true }],
  ])('answers why a message was refused with %i', async (responseCode, error) => {
    mailbox = await openMailbox({ refuseMessage: responseCode });
    expect(await open(mailbox.url).send(letter())).toEqual({ ok: false, error });
  });

  it('will not try an address again that is none', async () => {
    mailbox = await openMailbox();
    expect(await open(mailbox.url).send(letter({ to: { name: 'Isla', address: '' } }))).toEqual({
      ok: false,
      error: { code: 'address-refused', again: false },
    });
  });

  it('does not wait for ever for a server that is away, or that never speaks', async () => {
    mailbox = await openMailbox();
    const { url } = mailbox;
    await mailbox.close();
    expect(await open(url).send(letter())).toEqual({ ok: false, error: { code: 'no-connection', again: true } });

    const mute = createServer(() => {});
    await new Promise<void>((ready) => mute.listen(0, '127.0.0.1', ready));
    const { port } = mute.address() as { port: number };
    expect(await open(`smtp://127.0.0.1:${port}`, 50).send(letter())).toEqual({ ok: false, error: { code: 'no-connection', again: true } });
    mute.close();
  });
});
