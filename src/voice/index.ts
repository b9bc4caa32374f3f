/** A part of a paper for the steering group: what is so at this moment, with nothing in it that tells of one person. */
export type PaperPart = {
  title: string;
  lines: readonly string[];
  table?: { head: readonly string[]; rows: readonly (readonly string[])[] };
  href?: string;
};
