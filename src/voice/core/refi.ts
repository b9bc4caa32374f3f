import { type Code, inTree } from './codebook.ts';
import type { Coding, Span } from './codebook-passages.ts';

/*
 * REFI-QDA 1.0 (urn:QDA-XML:codebook:1.0 and urn:QDA-XML:project:1.0), the form in which tools for qualitative work exchange codebooks and
 * projects: Rotterdam Exchange Format Initiative, 18 March 2019. The order of elements is the schema's.
 */

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

// XML 1.0 has no place for these, not even escaped.
const unsayable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const escaped = (words: string): string =>
  words.replace(unsayable, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function element(name: string, attributes: Attributes = {}, ...inside: readonly string[]): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`,
  );
  const body = inside.join('');
  return body ? `<${name}${said.join('')}>${body}</${name}>` : `<${name}${said.join('')}/>`;
}
const wordsIn = (name: string, words: string): string => (words ? element(name, {}, escaped(words)) : '');
const declared = (root: string): string => `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;

type Labels = { useWhen: string; notWhen: string; retired: string };
type Notes = (about: string) => string;

/** When to use it, and when not, belong to a code; the exchange format has only one place for words about it. */
const described = (code: Code, labels: Labels): string =>
  [
    code.description,
    code.useWhen && `${labels.useWhen}: ${code.useWhen}`,
    code.notWhen && `${labels.notWhen}: ${code.notWhen}`,
    code.state === 'retired' && labels.retired,
  ]
    .filter(Boolean)
    .join('\n\n');

function codesElement(codes: readonly Code[], labels: Labels, notes: Notes = () => ''): string {
  const tree = inTree(codes.filter(({ state }) => state !== 'merged'));
  const children = Map.groupBy(
    tree.map(({ code, depth }) => ({ code, under: depth === 0 ? null : code.parent })),
    ({ under }) => under,
  );
  const under = (parent: string | null): string =>
    (children.get(parent) ?? [])
      .map(({ code }) =>
        element(
          'Code',
          { guid: code.id, name: code.name, isCodable: code.codable, color: code.colour },
          wordsIn('Description', described(code, labels)),
          notes(code.id),
          under(code.id),
        ),
      )
      .join('');
  return element('Codes', {}, under(null));
}

/** A .qdc file. Merged codes are left out: what they stood for has another name now. */
export const codebookFile = (codes: readonly Code[], labels: Labels, origin: string): string =>
  declared(element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin }, codesElement(codes, labels)));

export type ProjectText = {
  id: string;
  name: string;
  words: string;
  toldOn: string;
  practice: string;
  teller: string;
  needs: string;
  codings: readonly Coding[];
};
export type ProjectNote = { id: string; about: string | null; words: string; by: string; at: Date };
export type Project = {
  name: string;
  origin: string;
  madeAt: Date;
  madeBy: string;
  users: readonly { id: string; name: string }[];
  codes: readonly Code[];
  labels: Labels;
  /** What is known of each text: its heading, and the GUID of the heading. */
  variables: readonly { id: string; name: string; of: 'practice' | 'teller' | 'needs' | 'toldOn' }[];
  texts: readonly ProjectText[];
  notes: readonly ProjectNote[];
  /** For what has no id of its own in Bothy: always the same for the same names. */
  guid: (...names: readonly string[]) => string;
};

const time = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');
/** The exchange format counts Unicode characters, and not the halves of which JavaScript makes some of them. */
const counted = (words: string, { from, to }: Span) => ({
  startPosition: [...words.slice(0, from)].length,
  endPosition: [...words.slice(0, to)].length,
});

/** The project.qde inside a .qdpx file. Its texts lie beside it, as sources/<id>.txt. */
export function projectFile(project: Project): string {
  const { name, origin, madeAt, madeBy, users, codes, labels, variables, texts, notes, guid } = project;
  const refs: Notes = (about) => noteRefs(notes, about);
  return declared(
    element(
      'Project',
      { name, origin, creatingUserGUID: madeBy, creationDateTime: time(madeAt), xmlns: 'urn:QDA-XML:project:1.0' },
      users.length ? element('Users', {}, ...users.map(({ id, name }) => element('User', { guid: id, name }))) : '',
      element('CodeBook', {}, codesElement(codes, labels, refs)),
      element(
        'Variables',
        {},
        ...variables.map(({ id, name, of }) => element('Variable', { guid: id, name, typeOfVariable: of === 'toldOn' ? 'Date' : 'Text' })),
      ),
      texts.length ? element('Sources', {}, ...texts.map((text) => textSource(text, variables, refs, guid))) : '',
      notes.length ? element('Notes', {}, ...notes.map(noteElement)) : '',
      noteRefs(notes, null),
    ),
  );
}

const noteRefs = (notes: readonly ProjectNote[], about: string | null): string =>
  notes
    .filter((note) => note.about === about)
    .map(({ id }) => element('NoteRef', { targetGUID: id }))
    .join('');

const noteElement = ({ id, words, by, at }: ProjectNote): string =>
  element(
    'Note',
    { guid: id, name: words.split('\n')[0]!.slice(0, 60), creatingUser: by, creationDateTime: time(at) },
    wordsIn('PlainTextContent', words),
  );

function textSource(text: ProjectText, variables: Project['variables'], refs: Notes, guid: Project['guid']): string {
  const selections = text.codings.flatMap(({ coder, doneAt, begunAt, passages }) =>
    passages.map((passage) => {
      const at = { creatingUser: coder, creationDateTime: time(doneAt ?? begunAt) };
      return element(
        'PlainTextSelection',
        { guid: passage.id, name: text.words.slice(passage.from, passage.to).slice(0, 60), ...counted(text.words, passage), ...at },
        element('Coding', { guid: guid('coding', passage.id), ...at }, element('CodeRef', { targetGUID: passage.code })),
      );
    }),
  );
  const values = variables
    .filter(({ of }) => text[of])
    .map(({ id, of }) =>
      element(
        'VariableValue',
        {},
        element('VariableRef', { targetGUID: id }),
        element(of === 'toldOn' ? 'DateValue' : 'TextValue', {}, escaped(text[of])),
      ),
    );
  return element(
    'TextSource',
    { guid: text.id, name: text.name, plainTextPath: `internal://${text.id}.txt` },
    ...selections,
    refs(text.id),
    ...values,
  );
}
