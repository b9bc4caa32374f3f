import { createTransport } from 'nodemailer';
import { ok, refuse } from '../../platform/result.ts';
import type { NotSent, Notify } from '../notify.ts';
import { htmlOf } from './html.ts';

const seconds = 1000;

/** Sends letters through a mail server: `smtp://` (with STARTTLS where offered) or `smtps://`, each with `user:password@` if need be. */
export function openSmtp({ url, from, timeout = 10 * seconds }: { url: string; from: string; timeout?: number }): Notify {
  const transport = createTransport(
    { url, connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, dnsTimeout: timeout },
    { from, disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    async send({ id, to, subject, text, stopAt }) {
      try {
        await transport.sendMail({
          to,
          subject: subject.replaceAll(/\s+/g, ' ').trim(),
          text,
          html: htmlOf(text),
          messageId: `<${id}>`,
          // So that nobody's out-of-office answers us.
          headers: { 'auto-submitted': 'auto-generated', ...(stopAt && { 'list-unsubscribe': `<${stopAt}>` }) },
        });
        return ok('taken');
      } catch (error) {
        return refuse(notSent(error as SmtpError));
      }
    },
  };
}

type SmtpError = Error & { code?: string; responseCode?: number; command?: string };

/** The server's own words may hold the address, so only what kind of failure it was goes on. */
function notSent({ code, responseCode = 0, command = '' }: SmtpError): NotSent {
  const forGood = responseCode >= 500;
  if (code === 'EAUTH') return { code: 'sign-in-refused', again: true };
  if (code === 'EENVELOPE' && command !== 'MAIL FROM') return { code: 'address-refused', again: !forGood && responseCode > 0 };
  if (responseCode) return { code: 'message-refused', again: !forGood };
  if (code && noConnection.includes(code)) return { code: 'no-connection', again: true };
  return { code: 'could-not-send', again: true };
}

const noConnection = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS'];
