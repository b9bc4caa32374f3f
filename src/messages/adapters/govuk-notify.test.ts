import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { openGovukNotify } from './govuk-notify.ts';

type Asked = { path: string; authorization: string; body: unknown };
let server: Server | undefined;
afterEach(() => new Promise((done) => (server ? server.close(done) : done(undefined))));

/** What GOV.UK Notify is to us: a place that takes text messages, or says why not. */
async function standIn(status = 201, silent = false): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  server = createServer((request, response) => {
    void json(request).then((body) => {
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', body });
      if (silent) return;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          status < 300 ? { id: randomUUID() } : { errors: [{ error: 'BadRequestError', message: 'phone_number 07700 900123' }] },
        ),
      );
    });
  });
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  server.unref();
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const key = `test-${randomUUID()}-${randomUUID()}`;
const message = { id: 'm1@bothy.example', to: '07700 900123', text: 'We meet on Tuesday at 10.' };

describe('a text message through GOV.UK Notify', () => {
  it('leaves with its words, its number and our id, signed with the key', async () => {
    const { url, asked } = await standIn();
    expect(await openGovukNotify({ key, template: 't1', sender: 's1', url })(message)).toEqual({ ok: true, value: 'taken' });
    expect(asked).toMatchObject([
      {
        path: '/v2/notifications/sms',
        body: {
          template_id: 't1',
          phone_number: '07700 900123',
          personalisation: { message: 'We meet on Tuesday at 10.' },
          reference: 'm1@bothy.example',
          sms_sender_id: 's1',
        },
      },
    ]);
    expect(asked[0]!.authorization).toMatch(/^Bearer \S+\.\S+\.\S+$/);
    expect(asked[0]!.authorization).not.toContain(key.slice(-36));
  });

  it.each([
    [400, { code: 'number-refused', again: false }],
    [403, { code: 'sign-in-refused', again: true }],
    [429, { code: 'message-refused', again: true }],
    [500, { code: 'message-refused', again: true }],
    [404, { code: 'message-refused', again: false }],
  ] as const)('that is answered with %i says what kind of failure it was, and nothing of the message', async (status, error) => {
    const { url } = await standIn(status);
    const answer = await openGovukNotify({ key, template: 't1', url })(message);
    expect(answer).toEqual({ ok: false, error });
    expect(JSON.stringify(answer)).not.toContain('900123');
  });

  it('is tried again when nobody is there, or nobody answers', async () => {
    const gone = { ok: false, error: { code: 'no-connection', again: true } };
    expect(await openGovukNotify({ key, template: 't1', url: 'http://127.0.0.1:1' })(message)).toEqual(gone);
    const { url } = await standIn(201, true);
    expect(await openGovukNotify({ key, template: 't1', url, timeout: 50 })(message)).toEqual(gone);
    server?.closeAllConnections();
  });
});
