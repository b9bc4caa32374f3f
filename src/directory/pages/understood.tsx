import { HiddenText, useWords } from '../../design/index.ts';
import type { Results } from '../index.ts';
import { listed } from './facts.tsx';

/** What the words were taken to mean, each part with a way to take it out again. `without` makes the address of the search without a part. */
export function Understood({ results: { question, place }, without }: { results: Results; without: (code: string) => string }) {
  const { directory, finding: w } = useWords();
  const textOf = ({ kind, typed, needs, days, times }: Results['question']['parts'][number]): string => {
    if (kind === 'days') return days.map((day) => w.on(directory.days[day])).join(', ');
    if (kind === 'times') return times.map((time) => w.inPart[time]).join(', ');
    if (kind === 'free' || kind === 'room') return w.reasons[kind];
    return needs.length ? w.meaning(typed, listed(needs.map((need) => directory.needs[need]))) : w.said(typed);
  };
  const read = question.parts.flatMap((part) => (part.code === null ? [] : [{ code: part.code, text: textOf(part) }]));
  const all = [
    ...read,
    ...(question.place && place === question.place ? [{ code: 'place', text: w.near(question.place.name) }] : []),
    ...(question.told === null ? [] : [{ code: 'age', text: w.aged(question.told) }]),
  ];
  if (!all.length) return null;
  return (
    <div class="bothy-understood">
      <p>{w.lookingFor}</p>
      <ul>
        {all.map(({ code, text }) => (
          <li key={code}>
            <span>{text}</span>{' '}
            <a class="nhsuk-link" href={without(code)}>
              {w.leaveOut}
              <HiddenText> {text}</HiddenText>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
