import type { Result } from '../platform/result.ts';

export type Letter = {
  /** The same at every try, so that whoever gets it twice can tell: becomes the Message-ID. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
};

/** `code` names what went wrong, and holds nothing of the letter. `again` is whether another try could help. */
export type NotSent = { code: string; again: boolean };

/** The port through which letters leave. Answers when somebody else has taken over responsibility for the letter. */
export type Notify = { send(letter: Letter): Promise<Result<'taken', NotSent>> };
