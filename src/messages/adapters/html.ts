const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (character) => escaped[character]!);

const address = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/;
const linked = (line: string) =>
  line
    .split(address)
    .map((part, index) => (index % 2 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('');

/** A plain letter for readers who are shown HTML: the same words in the same order, with links that can be followed. */
export function htmlOf(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  const body = paragraphs.map((paragraph) => `<p>${paragraph.split('\n').map(linked).join('<br>')}</p>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><body style="font-family:sans-serif;font-size:16px;line-height:1.5">${body.join('\n')}</body></html>`;
}
