import { ActionLink, Button, EmptyState, Form, InsetText, Page, Panel, Radios, useWords } from '../../design/index.ts';
import type { Errors } from '../../platform/forms.ts';
import type { ProfileList as Seen } from '../index.ts';

type Props = Seen & { mayChoose: boolean; mayLoad: boolean; errors: Errors };

/** The places that can be looked at; first of all, how people are counted. */
export function ProfileList({ every, places, mayChoose, mayLoad, errors }: Props) {
  const words = useWords().needsProfile;
  return (
    <Page title={words.title} errors={errors}>
      <p>{words.listIntro}</p>
      {!every && (mayChoose ? <Choose /> : <InsetText>{words.choose.waiting}</InsetText>)}
      {every && (
        <Panel heading={words.places}>
          <ul class="nhsuk-list">
            <li>
              <a href="/needs-profile/all">{words.whole}</a>
            </li>
            {places.map(({ id, name }) => (
              <li key={id}>
                <a href={`/needs-profile/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
          {places.length === 0 && <EmptyState title={words.placesNone} level={3} />}
        </Panel>
      )}
      <ActionLink href="/needs-priorities">{words.priorities}</ActionLink>
      {mayLoad && <ActionLink href="/areas">{words.manage}</ActionLink>}
    </Page>
  );
}

function Choose() {
  const { choose } = useWords().needsProfile;
  return (
    <Panel heading={choose.title}>
      <p>{choose.text}</p>
      <Form action="/needs-profile/counting">
        <Radios
          name="every"
          label={choose.title}
          labelHidden
          options={(['quarter', 'year'] as const).map((value) => ({ value, text: choose.options[value], hint: choose.hints[value] }))}
        />
        <Button>{choose.button}</Button>
      </Form>
    </Panel>
  );
}
