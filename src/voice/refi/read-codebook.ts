import { XMLParser } from 'fast-xml-parser';
import { uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Code } from '../core/codebook.ts';

export type Unreadable = 'not-xml' | 'not-a-codebook' | 'declares-entities' | 'too-many' | 'too-deep' | 'no-codes' | 'bad-guid' | 'no-name';
export type ReadCode = Pick<Code, 'id' | 'parent' | 'name' | 'colour' | 'codable' | 'description' | 'useWhen' | 'notWhen'>;
type Raw = Record<string, unknown>;

const most = 2000;
const deepest = 8;
const longest = { name: 200, description: 4000 };
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
  trimValues: true,
  isArray: (name) => name === 'Code',
});

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
  (typeof value === 'string' ? value : isRaw(value) ? text(value['#text']) : '').replaceAll('\0', '');

/** The codes of a REFI-QDA codebook (.qdc), parents before their children. Their GUIDs are kept. */
export function readCodebook(xml: string): Result<ReadCode[], Unreadable> {
  // What a document declares for itself can be made to grow without end, or to point elsewhere. A codebook has no use for it.
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuse('declares-entities');
  const root = parsed(xml);
  if (!root) return refuse('not-xml');
  const book = isRaw(root['Project']) ? root['Project']['CodeBook'] : root['CodeBook'];
  if (!isRaw(book)) return refuse('not-a-codebook');
  const found: ReadCode[] = [];
  const why = isRaw(book['Codes']) ? gather(book['Codes'], null, 1, found) : undefined;
  if (why) return refuse(why);
  return found.length ? ok(found) : refuse('no-codes');
}

function parsed(xml: string): Raw | undefined {
  try {
    const root: unknown = parser.parse(xml.replace(/^\uFEFF/, ''));
    return isRaw(root) && Object.keys(root).length > 0 ? root : undefined;
  } catch {
    return undefined;
  }
}

function gather(within: Raw, parent: string | null, depth: number, found: ReadCode[]): Unreadable | undefined {
  const codes = Array.isArray(within['Code']) ? within['Code'].filter(isRaw) : [];
  if (codes.length && depth > deepest) return 'too-deep';
  for (const code of codes) {
    const id = text(code['@guid'])
      .replace(/^\{|\}$/g, '')
      .toLowerCase();
    const name = text(code['@name']).trim().slice(0, longest.name);
    if (!uuid.test(id)) return 'bad-guid';
    if (!name) return 'no-name';
    if (found.length >= most) return 'too-many';
    if (!found.some((each) => each.id === id))
      found.push({
        ...{ id, parent, name, useWhen: '', notWhen: '' },
        colour: colourOf(text(code['@color'])),
        codable: text(code['@isCodable']) !== 'false' && text(code['@isCodable']) !== '0',
        description: text(code['Description']).slice(0, longest.description),
      });
    const why = gather(code, id, depth + 1, found);
    if (why) return why;
  }
  return undefined;
}

/** '#rgb' and '#rrggbb' alike; grey when there is none. */
function colourOf(colour: string): string {
  const [, digits = ''] = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour.trim()) ?? [];
  if (!digits) return '#5f6b66';
  return `#${(digits.length === 3 ? digits.replace(/./g, '$&$&') : digits).toLowerCase()}`;
}
