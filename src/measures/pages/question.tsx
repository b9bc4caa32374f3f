import { Radios, Scale } from '../../design/index.ts';
import { type Item, textIn } from '../instrument.ts';
import { fieldOf } from './asked.ts';

type Props = { item: Item; language: string; value?: number | undefined; labelSize?: 's' | 'm' | 'l'; headingLevel?: 1 | 2 | 3 };

/** One question of an instrument, in its own words. */
export function Question({ item, language, value, labelSize = 's', headingLevel }: Props) {
  const common = { name: fieldOf(item.id), label: textIn(item.text, language), labelSize, headingLevel };
  if (item.answering.kind === 'scale') {
    const { from, to, low, high } = item.answering;
    return <Scale {...common} from={from} to={to} low={textIn(low, language)} high={textIn(high, language)} value={value} />;
  }
  const options = item.answering.options.map((option) => ({ value: String(option.value), text: textIn(option.text, language) }));
  return <Radios {...common} options={options} value={value === undefined ? undefined : String(value)} />;
}
