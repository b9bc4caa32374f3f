export type ShortlistItem = { service: string; note: string; rowVersion: number };

/** Services that somebody has picked out, in their order. `person` is whose list it is, where it is one person's: part of their record then. */
export type Shortlist = {
  id: string;
  name: string;
  account: string;
  person: string | null;
  madeAt: Date;
  rowVersion: number;
  items: readonly ShortlistItem[];
};

/** More than anybody would read through. */
export const mostItems = 50;

/** How long a link shows a list. */
export const linkDays = 90;

/** The ids in their new order: one of them a step nearer to the beginning or the end. */
export function moved(ids: readonly string[], id: string, step: 'up' | 'down'): string[] {
  const from = ids.indexOf(id);
  const to = from + (step === 'up' ? -1 : 1);
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  const order = [...ids];
  [order[from], order[to]] = [order[to]!, order[from]!];
  return order;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The services whose note holds one of these names, as a word of its own. What names a person may not be shown to others. */
export function namedIn(items: readonly Pick<ShortlistItem, 'service' | 'note'>[], names: readonly string[]): string[] {
  const words = names.flatMap((name) => plain(name).split(' ')).filter((word) => word.length > 1);
  return items.filter(({ note }) => words.some((word) => ` ${plain(note)} `.includes(` ${word} `))).map(({ service }) => service);
}
