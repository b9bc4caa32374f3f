import { Button, Chips, type Errors, Form, Panel, TextArea, useWords, type Values } from '../../design/index.ts';
import { HelpLines, type Settings } from '../../identity/index.ts';
import { type Person, PersonPage } from '../../people/index.ts';
import { deeds, worries } from '../raised.ts';

type Props = { person: Person; lines: Settings['inDanger']; values?: Values | undefined; errors?: Errors | undefined };

export function InDangerPage({ person, lines, values = {}, errors }: Props) {
  const words = useWords().safety.danger;
  return (
    <PersonPage person={person} title={words.title} errors={errors} actions={null}>
      <p class="nhsuk-lede-text">{words.ringNow}</p>
      <HelpLines lines={lines} />
      <Panel heading={words.write}>
        <p>{words.writeHint}</p>
        <Form action={`/people/${person.id}/in-danger`} values={values}>
          <Chips
            name="worries"
            label={words.worry}
            labelSize="s"
            options={worries.map((value) => ({ value, text: words.worries[value] }))}
          />
          <Chips name="did" label={words.did} labelSize="s" options={deeds.map((value) => ({ value, text: words.deeds[value] }))} />
          <TextArea name="words" label={words.more} labelSize="s" hint={words.moreHint} rows={4} optional />
          <Button variant="warning" preventDoubleClick>
            {words.save}
          </Button>
        </Form>
      </Panel>
    </PersonPage>
  );
}
