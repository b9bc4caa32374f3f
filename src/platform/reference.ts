// None that is mistaken for another when read aloud or copied by hand.
const letters = '23456789CDFGHJKMNPQRTVWX';

/** Seven characters that stand for an id in speech, mails and letters, after a prefix that says what of: SP-4K7PQ2X. */
export function referenceFor(prefix: string, id: string): string {
  let number = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  let reference = '';
  for (let i = 0; i < 7; i++) {
    reference += letters[number % letters.length];
    number = Math.floor(number / letters.length);
  }
  return `${prefix}-${reference}`;
}
