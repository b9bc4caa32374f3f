import type { Words } from '../../../locales/en/index.ts';
import type { Programme } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { LetterParts } from '../letter.ts';
import type { Recipient } from '../message.ts';

export type Composed = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** What must not stay in our copy of the text: the address of a reply page, a code. */
  secrets?: readonly string[];
  /** Our copy does not say to whom it went. */
  forgetsWhom?: boolean;
};

/**
 * A letter to a person. It holds no address: how they wish to be reached decides where it goes, at the moment when it goes. `text` is
 * the letter or mail; `short` is for a phone, at most 300 characters, and so neutral that nobody learns from it why they are written to.
 */
export type ComposedForPerson = { subject: string; text: string; short: string; secrets?: readonly string[] };

/** `why` is a code that has its words in `messages.why`. `no-address` counts as a failure, which managers can try again. */
export type NothingToSend = { why: string };

export type ComposerContext = {
  to: Recipient;
  person: string | null;
  programme: Programme;
  words: Words;
  publicUrl: string;
  now: Date;
  /** The usual frame of a letter around what it has to say. */
  letter(parts: LetterParts): string;
};

/**
 * Writes a letter from what is true at the moment of sending, or says why there is nothing to send any more. What it writes to the
 * database is committed before the letter leaves. It is asked again at every try, and earlier letters may have arrived all the
 * same: a secret that it makes is one more, not a replacement.
 */
export type Composer = (tx: Tx, about: string, context: ComposerContext) => Promise<Composed | ComposedForPerson | NothingToSend>;
export type Composers = Readonly<Record<string, Composer>>;
