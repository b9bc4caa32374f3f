import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerAuthenticationResponse } from 'smtp-server';

export type Mail = {
  from: string;
  to: string[];
  raw: string;
  header(name: string): string | undefined;
  part(type: string): string | undefined;
};
export type Mailbox = { url: string; mails: Mail[]; close(): Promise<void> };

type Options = { user?: string; password?: string; refuseAddress?: number; refuseMessage?: number };

const refusal = (responseCode: number) => Object.assign(new Error('No mail for <isla@practice.example>'), { responseCode });

/** A real mail server on a free port of this machine, which keeps what it is sent. */
export async function openMailbox({ user, password, refuseAddress, refuseMessage }: Options = {}): Promise<Mailbox> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', ...(user ? [] : ['AUTH'])],
    allowInsecureAuth: true,
    authOptional: !user,
    onAuth: ({ username, password: given }, _session, done: (error: Error | null, answer?: SMTPServerAuthenticationResponse) => void) =>
      username === user && given === password ? done(null, { user: username }) : done(refusal(535)),
    onRcptTo: (_address, _session, done) => done(refuseAddress ? refusal(refuseAddress) : null),
    onData: (stream, { envelope }, done) => {
      void text(stream).then((raw) => {
        if (refuseMessage) return done(refusal(refuseMessage));
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        mails.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          raw,
          header: (name) => headerOf(raw, name),
          part: (type) => partOf(raw, type),
        });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => new Promise((closed) => server.close(() => closed())) };
}

function headerOf(raw: string, name: string): string | undefined {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}

function partOf(raw: string, type: string): string | undefined {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  const part = raw
    .split(`--${boundary}`)
    .find((each) => headerOf(each.trimStart(), 'content-type')?.startsWith(type))
    ?.trimStart();
  if (!part) return undefined;
  const body = part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '');
  const encoding = headerOf(part, 'content-transfer-encoding');
  return (
    encoding === 'base64' ? Buffer.from(body, 'base64').toString() : encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body
  ).replaceAll('\r\n', '\n');
}

const fromQuotedPrintable = (body: string) =>
  Buffer.from(
    body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
