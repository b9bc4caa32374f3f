import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';
import { safeFetch } from './safe-fetch.ts';

const answers: Record<string, RequestListener> = {
  '/plain': (_, answer) => answer.end('Tea at two'),
  '/large': (_, answer) => answer.end('x'.repeat(2000)),
  '/loop': (_, answer) => answer.writeHead(302, { location: '/loop' }).end(),
  '/once': (_, answer) => answer.writeHead(302, { location: '/plain' }).end(),
  '/inward': (_, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/away': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/broken': (_, answer) => {
    answer.writeHead(200, { 'content-length': '100' }).write('{"contents": [');
    setImmediate(() => answer.destroy());
  },
  '/silent': () => undefined,
};
const server = createServer((ask, answer) => answers[ask.url!]?.(ask, answer));
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const own = { mayReach: () => true };

describe('an address that somebody else chose', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0/',
    'http://169.254.169.254/latest/meta-data',
    'http://10.1.2.3/',
    'http://192.168.1.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
  ])('is refused when it is our own: %s', async (url) => {
    await expect(safeFetch(url)).rejects.toThrow(/private network/);
  });

  it('is refused when its name leads to this machine', async () => {
    await expect(safeFetch(`http://localhost:${new URL(base).port}/plain`)).rejects.toThrow(/localhost is an address of this machine/);
  });

  it.each(['file:///etc/passwd', 'ftp://example.org/', 'data:text/plain,hello'])('is refused when it is not the web: %s', async (url) => {
    await expect(safeFetch(url, own)).rejects.toThrow(/only http and https/);
  });

  it('is refused with a password in it, which it does not repeat', async () => {
    await expect(safeFetch('https://sam:tea-at-two@example.org/')).rejects.toThrow(/^(?!.*tea-at-two).*name or password/);
  });

  it('is read where the operator allows it, also after a redirect', async () => {
    expect(await safeFetch(`${base}/once`, own)).toMatchObject({ url: `${base}/plain`, status: 200, body: 'Tea at two' });
  });

  it('is refused when it sends on to a private one', async () => {
    const mayReach = (address: string) => address === '127.0.0.1' || isPublicAddress(address);
    await expect(safeFetch(`${base}/inward`, { mayReach })).rejects.toThrow(/^169.254.169.254 is an address/);
  });

  it.each([
    ['/loop', /more than 3 times/],
    ['/away', /only http and https/],
    ['/broken', /breaks off/],
  ])('is given up in a sentence: %s', async (path, sentence) => {
    await expect(safeFetch(base + path, own)).rejects.toThrow(sentence);
  });

  it('is given up when it is too large, or too slow', async () => {
    await expect(safeFetch(`${base}/large`, { ...own, bytes: 1000 })).rejects.toThrow(/more than/);
    await expect(safeFetch(`${base}/silent`, { ...own, seconds: 0.2 })).rejects.toThrow(/within 0.2 seconds/);
  });
});

describe('a public address', () => {
  it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:2800:220:1:248:1893:25c8:1946'])('may be %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(['172.31.255.255', '100.64.0.1', '224.0.0.1', '255.255.255.255', '::', '2002:7f00:1::', 'localhost', ''])(
    'is not %j',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
});
