import type { CostOption } from '../service.ts';
import { countUnread, keep, type NotKept } from './kept.ts';
import { toPlainText } from './plain-text.ts';
import { type Raw, rawsIn, textIn } from './raw.ts';
import { toNumber } from './values.ts';

const read = new Set(['id', 'service_id', 'option', 'currency', 'amount', 'amount_description']);
const saysFree = (text: string) =>
  /^(it is |this (service )?is )?(free\b(?! (trial|for|to))|no (charge|cost|fee)s?\b|none\b|nil\b|£0(\.00)?$)/i.test(text);

/** What it costs, and whether it is free: null when nobody has said. */
export function costsOf(service: Raw, notKept: NotKept): { free: boolean | null; costs: CostOption[] } {
  const words = toPlainText(service['fees_description'] || service['fees'], 500);
  const options = rawsIn(service['cost_options']).map((raw): CostOption => {
    countUnread(notKept, 'cost_option', raw, read);
    const currency = textIn(raw['currency']).toUpperCase();
    const said = [raw['option'], raw['amount_description']].map((text) => toPlainText(text, 500)).filter(Boolean);
    return {
      option: [...new Set(said)].join(', '),
      amount: keep(notKept, 'cost_option.amount', raw['amount'], toNumber(0, 1_000_000)),
      currency: /^[A-Z]{3}$/.test(currency) ? currency : 'GBP',
    };
  });
  const costs = options.filter(({ option, amount }) => option || amount !== null);
  if (!costs.length)
    return words
      ? { free: saysFree(words) ? true : null, costs: [{ option: words, amount: null, currency: 'GBP' }] }
      : { free: null, costs };
  if (costs.some(({ amount }) => amount !== null && amount > 0)) return { free: false, costs };
  return { free: costs.every(({ option, amount }) => amount === 0 || saysFree(option)) ? true : null, costs };
}
