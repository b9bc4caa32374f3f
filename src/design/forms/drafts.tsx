import { useChrome } from '../context.ts';
import { HiddenText } from '../components/hidden-text.tsx';
import { Button, ButtonRow } from '../components/button.tsx';
import { useWords } from '../context.ts';

/** What was begun on this page and not saved: each with a way on and a way out. */
export function DraftOffers() {
  const { drafts, words: all } = useChrome();
  const words = all.drafts;
  if (!drafts) return null;
  return (
    <>
      {drafts.taken && (
        <div class="bothy-draft">
          <p class="nhsuk-u-margin-bottom-0">{words.taken(drafts.taken.when)}</p>
        </div>
      )}
      {drafts.waiting.length > 0 && (
        <section class="bothy-draft" aria-labelledby="draft-title">
          <h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-1" id="draft-title">
            {words.offer.title}
          </h2>
          {drafts.waiting.map((draft) => (
            <DraftChoices {...draft} key={draft.id} />
          ))}
        </section>
      )}
    </>
  );
}

type Choices = { id: string; when: string };

function DraftChoices({ id, when }: Choices) {
  const words = useWords().drafts.offer;
  return (
    <>
      <p>{`${words.began(when)} ${words.elsewhere}`}</p>
      <DraftButtons id={id} when={when} />
    </>
  );
}

export function DraftButtons({ id, when }: Choices) {
  const words = useWords().drafts.offer;
  return (
    <ButtonRow>
      <form action={`/drafts/${id}/go-on`} method="post">
        <Button small preventDoubleClick>
          {words.goOn}
          <HiddenText>{words.of(when)}</HiddenText>
        </Button>
      </form>
      <form action={`/drafts/${id}/remove`} method="post">
        <Button variant="link">
          {words.throwAway}
          <HiddenText>{words.of(when)}</HiddenText>
        </Button>
      </form>
    </ButtonRow>
  );
}

/** Says what is kept, for the script that keeps it; empty without one. */
export function DraftStatus() {
  const { status } = useWords().drafts;
  return (
    <p
      class="bothy-draft-status"
      role="status"
      data-kept={status.kept}
      data-waiting={status.waiting}
      data-signed-out={status.signedOut}
      data-not-sent={status.notSent}
    />
  );
}
