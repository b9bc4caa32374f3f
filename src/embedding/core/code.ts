// None that is mistaken for another when it is copied from paper.
const letters = '23456789CDFGHJKMNPQRTVWX';
const length = 12;

/** A code for a sheet of paper, in threes of four: K7QM-2XRP-9TCD. `pick` answers a number below its argument, drawn by lot. */
export const codeFrom = (pick: (below: number) => number): string =>
  Array.from({ length }, (_, n) => `${n > 0 && n % 4 === 0 ? '-' : ''}${letters[pick(letters.length)]}`).join('');

const isCode = new RegExp(`^[${letters}]{${length}}$`);

/** What was typed as a code, or came in a link, as it was given out: without regard to case, spaces and dashes in a code. */
export function secretFrom(typed: string): string {
  const plain = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return isCode.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}` : typed.trim();
}
