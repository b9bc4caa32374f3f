import type { Letter, Notify, NotSent } from '../../src/messages/index.ts';
import { ok, refuse } from '../../src/platform/result.ts';

/** Stands in for the way that letters leave: keeps them, or fails as it is told to. */
export function heldMail(): Notify & { letters: Letter[]; failWith: NotSent | undefined } {
  const mail = {
    letters: [] as Letter[],
    failWith: undefined as NotSent | undefined,
    send: (letter: Letter) => {
      if (mail.failWith) return Promise.resolve(refuse(mail.failWith));
      mail.letters.push(letter);
      return Promise.resolve(ok('taken' as const));
    },
  };
  return mail;
}
