/**
 * How one item of the standard stands in Bothy. `held` names columns (`table.column`) and fields of the page "About" (`about:section.field`
 * or `about:section.field.cell`); `derived` says from which of them it is worked out when it is sent; `not-held` says why, on purpose.
 */
export type Answer =
  | { how: 'held'; in: readonly string[]; note: string }
  | { how: 'derived'; from: readonly string[]; note: string }
  | { how: 'not-held'; because: string };

export type AnswersOf = Readonly<Record<string, Answer>>;

/** In one place, or several with a space between. */
export const held = (places: string, note = ''): Answer => ({ how: 'held', in: places.split(' '), note });
export const derived = (places: string, note: string): Answer => ({ how: 'derived', from: places.split(' '), note });
export const notHeld = (because: string): Answer => ({ how: 'not-held', because });

/** Answers for a part of the model, each under its own name. */
export const under = (path: string, answers: AnswersOf): AnswersOf =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`${path} > ${name}`, answer]));

/** Our own code, which stands for a concept of SNOMED CT once a deployer has loaded the set that the standard names. */
export const ownCode = 'our own code; SNOMED CT when the deployer has loaded the set';
