export type LetterWords = {
  dear: (greeting: string) => string;
  reference: (reference: string) => string;
  ask: (whom: string) => string;
  sentFor: (programme: string) => string;
};

export type LetterParts = {
  /** How the reader is called: "Isla", "Glenkens Walking Group". */
  greeting: string;
  paragraphs: readonly string[];
  link?: { text: string; url: string };
  reference?: string;
  /** Who to ask, and how to reach them, in a few words. */
  ask?: string;
};

/** The frame of every letter in plain text. Holds no more about a person than the parts do. */
export function letterText(words: LetterWords, programme: string, { greeting, paragraphs, link, reference, ask }: LetterParts): string {
  return [
    words.dear(oneLine(greeting)),
    ...paragraphs.map((text) => text.trim()).filter(Boolean),
    link && `${link.text}:\n${link.url}`,
    reference && words.reference(reference),
    ask && words.ask(ask),
    words.sentFor(programme),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
    .concat('\n');
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
