import { formatDate, useChrome, useWords } from '../../design/index.ts';
import type { StorySeen } from '../index.ts';

/** Where a story went, and what became of that. */
export function UsedList({ used }: { used: StorySeen['used'] }) {
  const words = useWords().stories;
  const { lang } = useChrome();
  if (used.length === 0) return <p class="nhsuk-u-margin-bottom-0">{words.one.usedNone}</p>;
  return (
    <ul class="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-bottom-0">
      {used.map((each) => (
        <li key={each.id}>
          {words.one.usedIn(
            each.label || words.kinds[each.kind] || words.uses[each.use],
            words.ways[each.way],
            each.whoGot,
            formatDate(each.usedAt, { lang }),
          )}
          {each.pulledAt && <span class="bothy-note"> {words.one.pulled(formatDate(each.pulledAt, { lang }))}</span>}
        </li>
      ))}
    </ul>
  );
}
