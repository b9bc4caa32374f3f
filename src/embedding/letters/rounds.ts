import type { Composer, Composers } from '../../messages/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { mayAnswer } from '../core/round.ts';
import { addSecrets, slipById } from '../store/round-box.ts';
import { roundById } from '../store/rounds.ts';

/** Asks somebody who works at a site to answer. Whoever has answered meanwhile is not written to, and our copy does not say to whom it went. */
const compose =
  (kind: 'invitation' | 'reminder'): Composer =>
  async (tx, about, { to, programme, words, publicUrl, now, letter }) => {
    const round = await roundById(tx, about);
    const slip = 'address' in to ? await slipById(tx, to.address) : undefined;
    if (!round || !slip?.address || !mayAnswer(round, dayIn(programme.settings.timeZone, now))) return { why: 'withdrawn' };
    const mail = words.survey.mail;
    const token = newToken();
    const url = `${publicUrl}/round/${token}`;
    await addSecrets(tx, [{ slip, hash: hashOf(token) }]);
    return {
      to: { name: '', address: slip.address },
      subject: mail.subject[kind](round.organisation),
      text: letter({
        greeting: mail.greeting,
        paragraphs: mail.paragraphs[kind]({ programme: programme.name, ...round }),
        link: { text: mail.open, url },
      }),
      secrets: [url],
      forgetsWhom: true,
    };
  };

export const roundLetters: Composers = { 'survey-invitation': compose('invitation'), 'survey-reminder': compose('reminder') };
