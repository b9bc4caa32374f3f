import { Button, Page, useWords } from '../../design/index.ts';
import type { Programme } from '../../identity/index.ts';
import { ideaVoices } from '../core/suggestion.ts';

/** A form for the waiting room: what is written on it is typed in by somebody who works here. */
export function BlankFormPage({ programme, publicUrl }: { programme: Programme; publicUrl: string }) {
  const { form: words, voices } = useWords().together;
  const print = (
    <print-button hidden>
      <Button type="button" variant="secondary" small>
        {words.print}
      </Button>
    </print-button>
  );
  return (
    <Page title={words.title} caption={programme.name} back={{ href: '/ideas' }} actions={print}>
      <p>{words.intro}</p>
      <p>
        <strong>{words.words}</strong>
      </p>
      <WritingLines lines={9} />
      <p>
        <strong>{words.iAm}</strong>
      </p>
      <ul class="bothy-tick-list">
        {ideaVoices.map((voice) => (
          <li key={voice}>{voices[voice]}</li>
        ))}
      </ul>
      <p>
        <strong>{words.hear}</strong>
      </p>
      <WritingLines lines={1} />
      <p>{words.giveBack(programme.name)}</p>
      <p>{words.online(`${publicUrl}/together/${programme.slug}/suggest`)}</p>
    </Page>
  );
}

const WritingLines = ({ lines }: { lines: number }) => (
  <div class="bothy-writing" aria-hidden="true">
    {Array.from({ length: lines }, (_, nth) => (
      <div key={nth} />
    ))}
  </div>
);
