/** What a practice is given, in words that a programme may change. The last three are leaflets for people. */
export const toolTexts = ['role-card', 'examples', 'what-is', 'next', 'money'] as const;
export type ToolText = (typeof toolTexts)[number];
export const leaflets = ['what-is', 'next', 'money'] as const satisfies readonly ToolText[];
export type Leaflet = (typeof leaflets)[number];
export const isToolText = (text: string): text is ToolText => (toolTexts as readonly string[]).includes(text);
export const isLeaflet = (text: string): text is Leaflet => (leaflets as readonly string[]).includes(text);

/** A version of a text. Without words it is our own text again. */
export type TextVersion = { name: ToolText; version: number; words: string | null; savedAt: Date; savedBy: string };

type Block = { kind: 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: readonly string[] };

/** Lines as they are typed: `# ` begins a heading, `- ` an item of a list; an empty line ends a paragraph. Nothing in them is markup. */
export function blocksOf(words: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const end = () => {
    if (open.length) blocks.push({ kind: 'paragraph', text: open.join('\n') });
    open = [];
  };
  for (const line of words.split(/\r?\n/).map((each) => each.trim())) {
    const last = blocks.at(-1);
    if (line.startsWith('# ')) {
      end();
      blocks.push({ kind: 'heading', text: line.slice(2).trim() });
    } else if (line.startsWith('- ')) {
      const before = open.length ? undefined : last;
      end();
      if (before?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...before.items, line.slice(2).trim()] };
      else blocks.push({ kind: 'list', items: [line.slice(2).trim()] });
    } else if (line === '') end();
    else open.push(line);
  }
  end();
  return blocks;
}

export const slots = ['programme', 'phone', 'practice', 'decide days', 'first days'] as const;
export type Slot = (typeof slots)[number];

/** Puts what is so here in the places that a text leaves for it, such as [phone]. */
export const filled = (words: string, facts: Readonly<Record<Slot, string>>): string =>
  slots.reduce((text, slot) => text.replaceAll(`[${slot}]`, facts[slot]), words);

/** What is in square brackets and is not one of ours would stand on the paper as it is. */
export const unknownSlots = (words: string): string[] =>
  [...words.matchAll(/\[([^\]\n]{1,40})\]/g)].map(([, name]) => name!).filter((name) => !(slots as readonly string[]).includes(name));
