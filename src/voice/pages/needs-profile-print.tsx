import { formatDate, PrintLetter, useWords } from '../../design/index.ts';
import type { Profile } from '../core/needs-profile.ts';
import type { Ranked } from '../core/needs-profile-priority.ts';
import { pathOf } from './needs-profile-view.tsx';
import { needInSentence, periodDays, placeName } from './needs-profile-words.ts';

type Props = { profile: Profile; list: readonly Ranked[]; programme: string; now: Date };

const mostNeeds = 8;
const mostFigures = 6;

/** The profile on one page: what most people asked for, what is published of the place, and the short list. */
export function ProfilePaper({ profile, list, programme, now }: Props) {
  const words = useWords();
  const { needsProfile: w } = words;
  const { place, rows, indicators } = profile;
  const here = indicators.filter((each) => each.here).slice(0, mostFigures);
  const theirs = list.filter((each) => (each.place?.id ?? null) === (place?.id ?? null));
  return (
    <PrintLetter
      title={w.of(placeName(place, words))}
      programme={programme}
      to={periodDays(profile.period, words)}
      from={programme}
      date={now}
      back={{ href: pathOf(profile), text: w.of(placeName(place, words)) }}
    >
      <ul class="bothy-paper-lines">
        {rows.slice(0, mostNeeds).map((row) => (
          <li key={row.need}>{w.sentence(row.counts, row.offer, needInSentence(row.need, words), place?.name ?? null).join(' ')}</li>
        ))}
      </ul>
      {here.length > 0 && (
        <>
          <h2 class="nhsuk-heading-s">{w.indicators.title}</h2>
          <ul class="bothy-paper-lines">
            {here.map(({ name, year, unit, here: combined, whole, source, load }) => (
              <li key={name}>
                {name}, {year}: {w.indicators.barDesc(w.value(combined?.value ?? 0, unit), w.value(whole.value, unit))} {source}
                {load.invented && ` (${w.indicators.invented})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {theirs.length > 0 && (
        <>
          <h2 class="nhsuk-heading-s">{w.paper.priorities}</h2>
          <ol class="nhsuk-list nhsuk-list--number">
            {theirs.map(({ id, title, votes }) => (
              <li key={id}>
                {title} ({votes === null ? w.list.noVotes : w.list.votes(votes)})
              </li>
            ))}
          </ol>
        </>
      )}
      <p class="bothy-note">{[w.paper.small, w.how.careful, w.how.counted(formatDate(profile.countedAt))].join(' ')}</p>
    </PrintLetter>
  );
}
