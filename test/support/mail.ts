import type { Letter, Notify, NotSent, TextMessage } from '../../src/messages/index.ts';
import { ok, refuse } from '../../src/platform/result.ts';

/** Stands in for the way that letters leave: keeps them, or fails as it is told to. */
export function heldMail(): Notify & { letters: Letter[]; texts: TextMessage[]; failWith: NotSent | undefined } {
  const mail = {
    letters: [] as Letter[],
    texts: [] as TextMessage[],
    failWith: undefined as NotSent | undefined,
    send: (letter: Letter) => {
      if (mail.failWith) return Promise.resolve(refuse(mail.failWith));
      mail.letters.push(letter);
      return Promise.resolve(ok('taken' as const));
    },
    text: (message: TextMessage) => {
      if (mail.failWith) return Promise.resolve(refuse(mail.failWith));
      mail.texts.push(message);
      return Promise.resolve(ok('taken' as const));
    },
  };
  return mail;
}
