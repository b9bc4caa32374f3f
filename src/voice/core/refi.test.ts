import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { type Code, newCode } from './codebook.ts';
import { shippedCodes } from './codebook-shipped.ts';
import { codebookFile, type Project, projectFile } from './refi.ts';

/*
 * What REFI-QDA's Codebook.xsd and Project.xsd (1.0, 18 March 2019) say of the elements that we write: their children in order (* any number,
 * ? at most one), and their attributes (! must be there). Read from the schemas by hand; only these elements may occur.
 */
const grammar: Record<string, { children: string; attributes: string }> = {
  CodeBook: { children: 'Codes', attributes: 'xmlns origin' },
  Codes: { children: 'Code*', attributes: '' },
  Code: { children: 'Description? NoteRef* Code*', attributes: 'guid! name! isCodable! color' },
  Project: {
    children: 'Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*',
    attributes: 'xmlns name! origin creatingUserGUID creationDateTime',
  },
  Users: { children: 'User*', attributes: '' },
  User: { children: '', attributes: 'guid! name' },
  Variables: { children: 'Variable*', attributes: '' },
  Variable: { children: 'Description?', attributes: 'guid! name! typeOfVariable!' },
  Sources: { children: 'TextSource*', attributes: '' },
  TextSource: {
    children: 'Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*',
    attributes: 'guid! name plainTextPath creatingUser creationDateTime',
  },
  PlainTextSelection: {
    children: 'Description? Coding* NoteRef*',
    attributes: 'guid! name startPosition! endPosition! creatingUser creationDateTime',
  },
  Coding: { children: 'CodeRef NoteRef*', attributes: 'guid! creatingUser creationDateTime' },
  CodeRef: { children: '', attributes: 'targetGUID!' },
  NoteRef: { children: '', attributes: 'targetGUID!' },
  VariableRef: { children: '', attributes: 'targetGUID!' },
  VariableValue: { children: 'VariableRef TextValue? DateValue?', attributes: '' },
  Notes: { children: 'Note*', attributes: '' },
  Note: { children: 'Description? PlainTextContent?', attributes: 'guid! name creatingUser creationDateTime' },
  ...Object.fromEntries(
    ['Description', 'PlainTextContent', 'TextValue', 'DateValue'].map((name) => [name, { children: '', attributes: '' }]),
  ),
};
type Node = Record<string, unknown>;
const guidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  trimValues: false,
});

function walk(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  const [made, targets, selections]: [string[], string[], Record<string, string>[]] = [[], [], []];
  const visit = (node: Node) => {
    const name = Object.keys(node).find((key) => key !== ':@')!;
    if (name === '#text' || name.startsWith('?')) return;
    const rule = grammar[name];
    if (!rule) throw new Error(`${name} is not ours`);
    const attributes = (node[':@'] ?? {}) as Record<string, string>;
    const known = rule.attributes.split(' ').filter(Boolean);
    expect(known.map((each) => each.replace('!', ''))).toEqual(expect.arrayContaining(Object.keys(attributes)));
    for (const each of known) if (each.endsWith('!')) expect(attributes, name).toHaveProperty(each.slice(0, -1));
    for (const [key, value] of Object.entries(attributes)) {
      if (/guid/i.test(key) || key === 'creatingUser') expect(value).toMatch(guidForm);
      if (key === 'color') expect(value).toMatch(/^#[0-9a-f]{6}$/);
      if (key === 'creationDateTime') expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
    if (attributes['guid']) made.push(attributes['guid']);
    if (attributes['targetGUID']) targets.push(attributes['targetGUID']);
    if (name === 'PlainTextSelection') selections.push(attributes);
    const children = (node[name] as Node[]).filter((child) => !('#text' in child));
    const order = children.map((child) => Object.keys(child).find((key) => key !== ':@')!).join(' ');
    const pattern = rule.children.split(' ').filter(Boolean);
    const allowed = pattern.map((part) =>
      part.endsWith('*') ? `(?:${part.slice(0, -1)} )*` : part.endsWith('?') ? `(?:${part.slice(0, -1)} )?` : `${part} `,
    );
    expect(`${order} `.trimStart()).toMatch(new RegExp(`^${allowed.join('')}$`));
    for (const child of children) visit(child);
  };
  for (const node of parser.parse(xml) as Node[]) visit(node);
  return { made, targets, selections };
}

const labels = { useWhen: 'Use it when', notWhen: 'Do not use it when', retired: 'Retired' };
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const shipped = shippedCodes(['food']).map((code) => ({ ...code, name: code.shipped ?? '' }));
const details = {
  parent: shipped[0]!.id,
  name: 'A <b> & "c"\u0001',
  colour: '#123456',
  description: 'Line one\nline two',
  useWhen: 'often',
  notWhen: '',
};
const added = newCode(shipped, id(1), details);
const codes: Code[] = [
  ...shipped,
  ...(added.ok ? [added.value] : []),
  { ...shipped[1]!, id: id(2), name: 'Old', state: 'merged', into: id(1) },
];

describe('a codebook for other programs', () => {
  it('has the form that REFI-QDA gives it, whatever is in its names, and every code once', () => {
    const xml = codebookFile(codes, labels, 'Bothy');
    const { made } = walk(xml);
    expect(new Set(made).size).toBe(made.length);
    expect(made).toHaveLength(codes.length - 1);
    expect(xml).toContain('name="A &lt;b&gt; &amp; &quot;c&quot;"');
    expect(xml).toContain('Line one\nline two\n\nUse it when: often');
  });
});

describe('a project for other programs', () => {
  const words = 'We danced 💃 all night. It rained.';
  const from = words.indexOf('It');
  const at = new Date('2026-11-21T10:00:00Z');
  const project: Project = {
    ...{ name: 'Stories', origin: 'Bothy', madeAt: at, madeBy: id(10), codes, labels },
    users: [{ id: id(10), name: 'Sam' }],
    variables: [
      { id: id(20), name: 'Practice', of: 'practice' },
      { id: id(21), name: 'Told on', of: 'toldOn' },
    ],
    texts: [
      {
        ...{ id: id(30), name: 'The dance', words, toldOn: '2026-11-01', practice: 'Glenkens', teller: 'Person', needs: '' },
        codings: [
          {
            ...{ id: id(40), story: id(30), version: 1, coder: id(10), begunAt: at, doneAt: at },
            passages: [{ id: id(41), code: id(1), from, to: words.length }],
          },
        ],
      },
    ],
    notes: [
      { id: id(50), about: null, words: 'All of it', by: id(10), at },
      { id: id(51), about: id(30), words: 'The story', by: id(10), at },
      { id: id(52), about: id(1), words: 'The code', by: id(10), at },
    ],
    guid: (...names) => id(900 + names.join('').length),
  };

  it('has the form that REFI-QDA gives it, and points only to what is in it', () => {
    const { made, targets, selections } = walk(projectFile(project));
    expect(new Set(made).size).toBe(made.length);
    for (const target of targets) expect(made).toContain(target);
    // A dancer is one character there, and two halves here.
    expect(selections[0]).toMatchObject({ startPosition: String(from - 1), endPosition: String(words.length - 1) });
  });

  it('can be empty', () => void walk(projectFile({ ...project, users: [], texts: [], notes: [] })));
});
