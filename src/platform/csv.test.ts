import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it('writes a file in which nothing is a formula, whatever somebody else wrote', () => {
  expect(
    toCsv([
      ['Where', 'Why'],
      ['services[1]', '=HYPERLINK("https://a.example")'],
      ['@x', '-1, "two"'],
    ]),
  ).toBe('\uFEFFWhere,Why\r\nservices[1],"\'=HYPERLINK(""https://a.example"")"\r\n\'@x,"\'-1, ""two"""\r\n');
});
