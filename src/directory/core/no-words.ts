import { idea } from './idea.ts';

/** Turns of phrase with the words of other ideas in them that mean none of those. */
export const noWords = {
  nothing: idea('', {
    said: `
      fun, whats on, what is on, whats there, something to do, things to do, something on, does not drink, doesnt drink, dont drink, in
      case, just in case, part time, find out, found out, a break in, look forward, of course, as well, at the moment, no idea, years old,
      used to, hard time, first time, take part, get rid, in the spring, would like, feel like, looks like, would love, ages ago, long
      way, a long time, in a while, all day, every day, all the time, in general, so much, too much, how much, my age, her age, his age`,
  }),
} as const;
