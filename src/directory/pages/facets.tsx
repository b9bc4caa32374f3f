import { Details, useWords } from '../../design/index.ts';
import type { Counted, Facets as Counts } from '../facets.ts';

type Row = { name: string; label: string; choices: { value: string; text: string; count: number }[] };

const mostChoices = 8;

/** How many would be left of the results if one thing more were asked; `narrowed` makes the address that asks it. */
export function Facets({ facets, narrowed }: { facets: Counts; narrowed: (name: string, value: string) => string }) {
  const { directory: w, finding } = useWords();
  const row = <T extends string>(name: string, label: string, counted: readonly Counted<T>[], textOf: (value: T) => string): Row => ({
    name,
    label,
    choices: counted.slice(0, mostChoices).map(({ value, count }) => ({ value, text: textOf(value), count })),
  });
  const only = (name: string, text: string, count: number): Row[] =>
    count ? [{ name, label: '', choices: [{ value: 'yes', text, count }] }] : [];
  const rows: Row[] = [
    row('need', w.search.needs, facets.needs, (need) => w.needs[need]),
    row('who', w.search.whoFor, facets.whoFor, (audience) => w.audiences[audience]),
    row('day', w.search.days, facets.days, (day) => w.days[day]),
    row('time', finding.times, facets.times, (time) => finding.dayparts[time]),
    row('attendance', w.search.attendance, facets.attendance, (way) => w.attendances[way]),
    row('language', finding.language, facets.languages, finding.languageName),
    row('access', finding.access, facets.accessibility, (way) => w.accessibilities[way]),
    ...only('free', w.search.free, facets.free),
    ...only('room', w.search.room, facets.room),
  ].filter(({ choices }) => choices.length);
  if (!rows.length) return null;
  return (
    <Details summary={finding.narrow}>
      <ul class="nhsuk-list bothy-facets">
        {rows.map(({ name, label, choices }) => (
          <li key={name}>
            {label && <strong>{label}</strong>}
            <ul>
              {choices.map(({ value, text, count }) => (
                <li key={value}>
                  <a class="nhsuk-link" href={narrowed(name, value)} rel="nofollow">
                    {finding.counted(text, count)}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Details>
  );
}
