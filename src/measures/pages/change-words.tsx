import { formatDate, useChrome, useWords } from '../../design/index.ts';
import { spreadOf } from '../change.ts';
import type { Scale } from '../instrument.ts';
import type { Pair } from '../pairs.ts';
import { figure } from './asked.ts';

/** What a change means, how sure that is, and what is not known about it. */
export function ChangeWords({ pair, scale }: { pair: Pair; scale: Scale }) {
  const words = useWords().measures.change;
  const { lang } = useChrome();
  const { from, to, change } = pair;
  const spread = spreadOf(scale);
  const way = { better: words.better, worse: words.worse, same: '', 'no-better-or-worse': '' }[change.way];
  const size =
    change.size === 'not-known' || !scale.change
      ? words.sizeNotKnown
      : change.size === 'worth-noticing'
        ? words.notable(figure(scale.change.by))
        : words.small(figure(scale.change.by));
  const certain = { yes: words.certain, no: words.uncertain, 'not-known': words.certainNotKnown }[change.certain];
  const sources = [scale.change, scale.error].filter((each) => each !== null);
  return (
    <>
      <p>
        {words.between(formatDate(from.on, { lang }), formatDate(to.on, { lang }))}:{' '}
        <strong>{change.way === 'same' ? words.same(figure(to.value)) : words.moved(figure(from.value), figure(to.value))}</strong>. {way}
      </p>
      <p class="bothy-note">
        {change.way !== 'same' && `${size} `}
        {certain} {spread !== null && `${words.spread(figure(spread))} `}
        {pair.askedDifferently && `${words.different} `}
        {sources.map(({ source, mark }) => `${words.source(source)} ${mark === 'assumption' ? words.assumption : ''}`).join(' ')}
      </p>
    </>
  );
}
