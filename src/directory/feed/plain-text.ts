import sanitizeHtml from 'sanitize-html';
import { textIn } from './raw.ts';

const breaks = /^(p|div|ul|ol|h[1-6]|tr|table|section|article|header|footer|blockquote|pre|dl|dt|dd)$/i;

/** Keeps no element at all; those that begin a line leave a line behind. What runs or styles goes with all that is in it. */
const nothing: sanitizeHtml.IOptions = {
  allowedTags: [],
  allowedAttributes: {},
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'object', 'template', 'svg', 'math', 'title'],
  disallowedTagsMode: 'discard',
};

const looksLikeMarkup = /<[a-z!/]|&(#\w{1,8}|[a-z]{2,31});/i;

/** What a reader of the page would see of HTML; text without any stays as it is. At most `longest` characters. */
export function toPlainText(value: unknown, longest = 20_000): string {
  const given = textIn(value);
  const text = (looksLikeMarkup.test(given) ? withoutMarkup(given.slice(0, 5 * longest)) : given)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function withoutMarkup(given: string): string {
  // The lines are marked before the library takes the elements away. No pattern looks further than the next <, or a hostile text would take minutes.
  const lined = given
    .replace(/<li\b[^<>]*>/gi, (tag) => `\n• ${tag}`)
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<\/?([a-z][a-z0-9]{0,20})\b[^<>]*>/gi, (tag, name: string) => (breaks.test(name) ? `\n${tag}` : tag));
  return sanitizeHtml(lined, nothing).replace(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof escapes) => escapes[name]);
}

/** What the library escapes in the text that it gives. */
const escapes = { amp: '&', lt: '<', gt: '>', quot: '"' } as const;
