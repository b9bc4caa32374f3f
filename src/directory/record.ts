/** A thing of the directory that has an identity of its own; all else belongs to one of these. */
export type Kind = 'organisation' | 'service' | 'location';

/**
 * One thing in the words and the form of HSDS 3.1, whole. What several things share stands in it as `{ id }`: the `organization` of a service,
 * the `location` of each of its `service_at_locations`, the `locations` of an organisation.
 */
export type Document = { readonly id: string; readonly [field: string]: unknown };

/** Whose word something is. */
export type Source = `feed:${string}` | `account:${string}` | `organisation:${string}` | 'public' | 'operator';

/** Whose word each field of a document is. '' stands for every field that is not named. */
export type Sources = Readonly<Record<string, Source>>;

export type DirectoryRecord = {
  kind: Kind;
  id: string;
  document: Document;
  version: number;
  changedAt: Date;
  changedBy: Source;
  sources: Sources;
  /** The change set that made this version. */
  changeSet: string | null;
  removed: boolean;
};

/** Whose word a field is. */
export const sourceOf = (sources: Sources, field: string): Source | undefined => sources[field] ?? sources[''];
