/** Where the walk through a JSON text stands. */
type State = { depth: number; inText: boolean; escaped: boolean };

export type JsonPiece = { record: string } | { whole: string } | { cut: true };

const longestRecord = 64 * 1024 * 1024;

/**
 * The records of a JSON text one by one, without holding all of it: the elements of the outermost list, or of `contents` in the outermost
 * object. A text without such a list comes whole, if it has no more than `most` characters. `cut`: the text ends before its list does.
 */
export async function* piecesOf(chunks: AsyncIterable<string>, most: number): AsyncGenerator<JsonPiece | { tooLarge: true }> {
  const state: State = { depth: 0, inText: false, escaped: false };
  let held = '';
  let listAt: number | undefined;
  let done = false;
  let from = 0;
  for await (const chunk of chunks) {
    if (done) continue;
    let at = held.length;
    held += chunk;
    for (; at < held.length && !done; at++) {
      const letter = held[at]!;
      const wasText = state.inText;
      step(state, letter);
      if (wasText || state.inText) continue;
      if (listAt === undefined) {
        if (letter !== '[' || !opensList(held, at, state.depth)) continue;
        listAt = state.depth;
        from = at + 1;
      } else if (state.depth < listAt || (letter === ',' && state.depth === listAt)) {
        const record = held.slice(from, at).trim();
        if (record) yield { record };
        from = at + 1;
        done = state.depth < listAt;
      }
    }
    if (listAt !== undefined) {
      held = held.slice(from);
      from = 0;
      if (done) held = '';
    }
    if (held.length > (listAt === undefined ? most : longestRecord)) return yield { tooLarge: true };
  }
  if (listAt === undefined) yield { whole: held };
  else if (!done) yield { cut: true };
}

function step(state: State, letter: string): void {
  if (state.escaped) state.escaped = false;
  else if (state.inText) {
    if (letter === '\\') state.escaped = true;
    else if (letter === '"') state.inText = false;
  } else if (letter === '"') state.inText = true;
  else if (letter === '[' || letter === '{') state.depth += 1;
  else if (letter === ']' || letter === '}') state.depth -= 1;
}

const opensList = (text: string, at: number, depth: number): boolean =>
  depth === 1
    ? text
        .slice(0, at)
        .trim()
        .replace(/^\uFEFF/, '') === ''
    : depth === 2 && /"contents"\s*:\s*$/.test(text.slice(Math.max(0, at - 60), at));
