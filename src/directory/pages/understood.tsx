import { HiddenText, useWords } from '../../design/index.ts';
import type { Results } from '../index.ts';
import { listed } from './facts.tsx';

/** What the words were taken to mean, each part with a way to take it out again. `without` makes the address of the search without a part. */
export function Understood({ results: { question, place }, without }: { results: Results; without: (code: string) => string }) {
  const { directory, finding: w } = useWords();
  const read = question.parts.flatMap(({ code, typed, needs }) =>
    code === null
      ? []
      : [{ code, text: needs.length ? w.meaning(typed, listed(needs.map((need) => directory.needs[need]))) : w.said(typed) }],
  );
  const all = [
    ...read,
    ...(question.place && place === question.place ? [{ code: 'place', text: w.near(question.place.name) }] : []),
    ...(question.told === null ? [] : [{ code: 'age', text: w.aged(question.told) }]),
  ];
  if (!all.length) return null;
  return (
    <div class="bothy-understood">
      <p class="nhsuk-u-margin-bottom-1">{w.lookingFor}</p>
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
