import { PrintLetter, useChrome, useWords } from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { firstNameOf } from '../../people/index.ts';
import type { BeforeAsking } from '../index.ts';
import { type Item, textIn } from '../instrument.ts';

/** A form to fill in by hand. */
export function PaperForm({ before, asker, now }: { before: BeforeAsking; asker: Asker; now: Date }) {
  const words = useWords().measures.paper;
  const { lang } = useChrome();
  const { person, registered, items } = before;
  const { instrument } = registered;
  return (
    <PrintLetter
      title={textIn(instrument.name, lang)}
      programme={asker.programme.name}
      to={words.for(firstNameOf(person))}
      from={asker.programme.name}
      date={now}
      back={{ href: `/people/${person.id}/measures/ask/${instrument.id}`, text: textIn(instrument.name, lang) }}
    >
      <p>{words.how}</p>
      <p>{textIn(instrument.intro, lang)}</p>
      <ol class="nhsuk-list nhsuk-list--number">
        {items.map((item) => (
          <li key={item.id} class="bothy-paper-question">
            <PaperQuestion item={item} />
          </li>
        ))}
      </ol>
      <p class="bothy-note">{[instrument.citation, instrument.attribution].filter(Boolean).join(' ')}</p>
    </PrintLetter>
  );
}

function PaperQuestion({ item: { text, answering } }: { item: Item }) {
  const { lang } = useChrome();
  const isScale = answering.kind === 'scale';
  const answers = isScale
    ? Array.from({ length: answering.to - answering.from + 1 }, (_, n) => String(answering.from + n))
    : answering.options.map((option) => textIn(option.text, lang));
  return (
    <>
      <strong>{textIn(text, lang)}</strong>
      <ul class={`bothy-paper-answers${isScale ? ' bothy-paper-answers--row' : ''}`}>
        {answers.map((answer) => (
          <li key={answer}>
            <span class="bothy-paper-box" />
            {answer}
          </li>
        ))}
      </ul>
      {isScale && (
        <p class="bothy-note">
          {answering.from}: {textIn(answering.low, lang)}. {answering.to}: {textIn(answering.high, lang)}.
        </p>
      )}
    </>
  );
}
