import type { Result } from '../platform/result.ts';

export type Letter = {
  /** The same at every try, so that whoever gets it twice can tell: becomes the Message-ID. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** Where whoever gets it may ask for no more, if they may. */
  stopAt?: string;
};

/** `code` names what went wrong, and holds nothing of the letter. `again` is whether another try could help. */
export type NotSent = { code: string; again: boolean };

export type TextMessage = { id: string; to: string; text: string };

/**
 * The ports through which messages leave. Each answers when somebody else has taken over responsibility for the message. Without
 * `text` no text messages can be sent, and nobody is reached by one.
 */
export type Notify = {
  send(letter: Letter): Promise<Result<'taken', NotSent>>;
  text?: ((message: TextMessage) => Promise<Result<'taken', NotSent>>) | undefined;
};
