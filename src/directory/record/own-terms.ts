import { idFrom } from '../feed/ids.ts';
import { ownLists } from './own-words.ts';

export type OwnList = keyof typeof ownLists;
export type OwnCode<L extends OwnList> = keyof (typeof ownLists)[L]['terms'] & string;

/** A term of ours as HSDS 3.1 writes a `taxonomy_term`. */
export type OwnTerm = {
  id: string;
  code: string;
  name: string;
  description: string;
  taxonomy: OwnList;
  taxonomy_detail: { id: string; name: string; description: string };
  language: 'en';
};

/** A code of ours, and the list that it is of. */
export type OwnMeaning = { [L in OwnList]: { list: L; code: OwnCode<L> } }[OwnList];

/** The same id for the same code in every Bothy, so that feeds of two of them agree. */
const idOf = (list: OwnList, code: string): string => idFrom(`${list}/${code}`);

const detailOf = (list: OwnList) => ({ id: idFrom(list), name: ownLists[list].name, description: ownLists[list].description });

const termOf = (list: OwnList, code: string, [name, description]: readonly [string, string]): OwnTerm => ({
  id: idOf(list, code),
  code,
  name,
  description,
  taxonomy: list,
  taxonomy_detail: detailOf(list),
  language: 'en',
});

const everyTerm: readonly OwnTerm[] = (Object.keys(ownLists) as OwnList[]).flatMap((list) =>
  Object.entries<readonly [string, string]>(ownLists[list].terms).map(([code, said]) => termOf(list, code, said)),
);
const byId = new Map(everyTerm.map((term) => [term.id, term]));

/** Every term of our own lists, list by list, in the order in which pages offer them. */
export const ownTerms = (): readonly OwnTerm[] => everyTerm;

export const ownTerm = <L extends OwnList>(list: L, code: OwnCode<L>): OwnTerm => byId.get(idOf(list, code))!;

/** What a term of ours means; undefined for a term of anybody else's. */
export function codeOf(termId: string): OwnMeaning | undefined {
  const term = byId.get(termId.toLowerCase());
  return term && ({ list: term.taxonomy, code: term.code } as OwnMeaning);
}
