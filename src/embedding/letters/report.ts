import { accountsById } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import { findReport } from '../store/reports.ts';

/** Says that there is a page to read, and nothing that stands on it. */
const report =
  (what: 'made' | 'recalled'): Composer =>
  async (tx, about, { to, words, publicUrl, letter }) => {
    const found = await findReport(tx, about);
    const reader = 'account' in to ? (await accountsById(tx, [to.account])).get(to.account) : undefined;
    if (!found || !reader) return { why: 'gone' };
    const mail = words.practiceReport.mail[what];
    return {
      to: { name: reader.name, address: reader.email },
      subject: mail.subject(words.practiceReport.month(found.month)),
      text: letter({
        greeting: reader.name,
        paragraphs: mail.text,
        link: { text: mail.link, url: `${publicUrl}/practice-report/${about}` },
      }),
    };
  };

export const reportLetters: Composers = { 'practice-report': report('made'), 'practice-report-recalled': report('recalled') };
