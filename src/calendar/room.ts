/** Where people are seen: at a practice, or in a hall or a library that lends a room. */
export type Room = {
  id: string;
  name: string;
  practice: string | null;
  place: string;
  gettingThere: string;
  endedAt: Date | null;
  rowVersion: number;
};
