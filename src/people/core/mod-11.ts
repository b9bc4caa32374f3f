const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * Modulus 11 as the NHS Data Dictionary gives it (NHS NUMBER): the first nine digits weighted 10 to 2; eleven less the remainder is the
 * tenth, 11 counting as 0 and 10 as no number at all. CHI numbers and Health and Care numbers are checked by the same sum.
 * Ten equal digits pass the sum but are nobody's.
 */
export function passesMod11(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
