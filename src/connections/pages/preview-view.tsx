import { Button, ButtonRow, Checkbox, Form, Hidden, Panel, useWords } from '../../design/index.ts';
import { firstNameOf, nameOf, PersonPage } from '../../people/index.ts';
import type { Errors } from '../../platform/forms.ts';
import type { Preview } from '../index.ts';
import type { Chosen } from './connect-form.ts';
import { Told } from './told.tsx';

type Props = Preview & { chosen: Pick<Chosen, 'how' | 'choice'>; agreed?: boolean; errors?: Errors };

/** The last step before anything is shared: what will be seen, and whether the person agrees. */
export function PreviewPage({ person, service, packet, seal, chosen: { how, choice }, agreed, errors }: Props) {
  const { preview: words, reply } = useWords().connections;
  const { who } = reply;
  const name = firstNameOf(person);
  const phone = service.requestPhone ?? service.phone;
  const title = packet ? words.title(service.organisationName) : words.titleSelf;
  return (
    <PersonPage person={person} back={undefined} title={title} caption={`${nameOf(person)} · ${service.name}`} errors={errors}>
      {how === 'self' ? <p>{words.self(name, service.name)}</p> : <p>{words[how]}</p>}
      {how === 'rung' && phone && (
        <p>
          <strong>{words.ring(phone)}</strong>
        </p>
      )}
      {packet && (
        <Panel heading={who}>
          <Told packet={packet} />
        </Panel>
      )}
      <Form draft>
        <Hidden name="how" value={how} />
        {choice.fields.map((field) => (
          <Hidden name="fields" value={field} key={field} />
        ))}
        <Hidden name="matters" value={choice.matters} />
        <Hidden name="care" value={choice.care} />
        <Hidden name="seal" value={seal} />
        {packet && (
          <Checkbox name="consent" label={words.consent(name, service.organisationName)} hint={words.consentHint} checked={agreed} />
        )}
        <ButtonRow>
          <Button name="step" value="send" preventDoubleClick>
            {words.send[how]}
          </Button>
          <Button name="step" value="change" variant="secondary">
            {words.change}
          </Button>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}
