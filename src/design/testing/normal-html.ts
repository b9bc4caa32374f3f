const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

const decoded = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

function normalTag(tag: string): string {
  const [, name = '', rest = ''] = /^<(\/?[\w-]+)([^]*?)\/?>$/.exec(tag) ?? [];
  const attributes = [...rest.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(
    ([, key = '', value = '']) => `${key}="${decoded(value).trim().replace(/\s+/g, ' ')}"`,
  );
  return `<${[name, ...attributes.sort()].join(' ')}>`;
}

/** One line per tag or text; attributes sorted, whitespace collapsed, entities decoded. Two equal pages read the same. */
export const normalHtml = (html: string): string =>
  (html.match(/<[^>]+>|[^<]+/g) ?? [])
    .map((part) => (part.startsWith('<') ? normalTag(part) : decoded(part).trim().replace(/\s+/g, ' ')))
    .filter((part) => part !== '' && part !== '</path>')
    .join('\n');
