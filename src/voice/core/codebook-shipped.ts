import type { Code } from './codebook.ts';

const themes = ['needs', 'access', 'safety', 'design', 'partnerships', 'tools', 'institution'] as const;
const concepts = ['power', 'identity', 'effect', 'infrastructure'] as const;
type Heading = 'themes' | 'belonging' | 'needs';

/** Those whose words the dictionary of coding has; needs are named as everywhere. */
export type ShippedKey = Heading | `theme-${(typeof themes)[number]}` | `belonging-${(typeof concepts)[number]}`;
export type ShippedWords = Readonly<Record<ShippedKey, { name: string; description: string; useWhen?: string; notWhen?: string }>>;

const colours: Record<Heading, string> = { themes: '#2f6b4f', belonging: '#7a4a86', needs: '#9a5b13' };

/** The same in every programme and every version, so that coding made in two places can be put together. */
export function shippedId(key: string): string {
  const hash = (seed: number) =>
    [...key]
      .reduce((mixed, letter) => Math.imul(mixed ^ letter.codePointAt(0)!, 0x01000193) >>> 0, seed)
      .toString(16)
      .padStart(8, '0');
  return `b07bc0de-c0de-4000-8000-${hash(0x811c9dc5)}${hash(0x2f6b4f11).slice(0, 4)}`;
}

/** The codes that every programme begins with. `needs`: those that may be named in lists. */
export function shippedCodes(needs: readonly string[]): Code[] {
  const code = (key: string, heading: Heading, codable: boolean): Code => ({
    id: shippedId(key),
    shipped: key,
    parent: codable ? shippedId(heading) : null,
    name: '',
    colour: colours[heading],
    codable,
    description: '',
    useWhen: '',
    notWhen: '',
    state: 'in-use',
    into: null,
    rowVersion: 0,
  });
  const under = (heading: Heading, keys: readonly string[]): Code[] => [
    code(heading, heading, false),
    ...keys.map((key) => code(key, heading, true)),
  ];
  return [
    ...under(
      'themes',
      themes.map((key) => `theme-${key}`),
    ),
    ...under(
      'belonging',
      concepts.map((key) => `belonging-${key}`),
    ),
    ...under(
      'needs',
      needs.map((key) => `need-${key}`),
    ),
  ];
}

/** The codebook as it stands here: what comes with Bothy, as it was changed, and then the programme's own. */
export const codebookOf = (shipped: readonly Code[], kept: readonly Code[]): Code[] => [
  ...shipped.map((code) => kept.find(({ id }) => id === code.id) ?? code),
  ...kept.filter(({ id }) => !shipped.some((code) => code.id === id)),
];

/** With the words of the dictionaries where the programme has none of its own. */
export function inWords(codes: readonly Code[], shipped: ShippedWords, needs: Readonly<Record<string, string>>): Code[] {
  const isKey = (key: string): key is ShippedKey => Object.hasOwn(shipped, key);
  return codes.map((code) => {
    if (!code.shipped) return code;
    const words = isKey(code.shipped)
      ? shipped[code.shipped]
      : { name: needs[code.shipped.replace(/^need-/, '')] ?? code.shipped, description: '' };
    return {
      ...code,
      name: words.name,
      description: code.description || words.description,
      useWhen: code.useWhen || (words.useWhen ?? ''),
      notWhen: code.notWhen || (words.notWhen ?? ''),
    };
  });
}
