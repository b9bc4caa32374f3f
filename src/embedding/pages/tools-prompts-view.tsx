import {
  Button,
  Checkbox,
  Columns,
  type Errors,
  Fieldset,
  Form,
  InsetText,
  Page,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import type { PromptingSeen } from '../index.ts';
import { whomOf } from './tools-aids.tsx';

type Props = PromptingSeen & { values?: Typed; errors?: Errors; stale?: boolean };

export function PromptsPage({ practice, prompting, values, errors, stale }: Props) {
  const all = useWords().tools;
  const words = all.prompts;
  return (
    <Page title={words.title} caption={practice.name} back={{ href: '/tools', text: all.title }} errors={errors}>
      {stale && (
        <InsetText>
          {[words.stale, prompting.on ? words.on(whomOf(prompting, all) || all.question.area) : words.off, prompting.wouldHelp].join(' ')}
        </InsetText>
      )}
      <p>{words.intro}</p>
      <Form action={`/tools/prompts/${practice.id}`} rowVersion={prompting.rowVersion} {...(values && { values })}>
        <Checkbox name="on" label={words.switchOn} checked={prompting.on} />
        <Fieldset legend={words.who} legendSize="s">
          <p class="nhsuk-hint">{words.whoHint}</p>
          <Checkbox name="highNeedArea" label={words.highNeedArea} checked={prompting.highNeedArea} />
          <Checkbox name="firstVisit" label={words.firstVisit} checked={prompting.firstVisit} />
          <Columns>
            <TextField name="ageFrom" label={words.ageFrom} value={ageText(prompting.ageFrom)} width={3} inputmode="numeric" optional />
            <TextField name="ageTo" label={words.ageTo} value={ageText(prompting.ageTo)} width={3} inputmode="numeric" optional />
          </Columns>
        </Fieldset>
        <p class="bothy-note">{`${all.question.why} ${all.question.whyOurs}`}</p>
        <TextArea
          name="wouldHelp"
          label={words.wouldHelp}
          labelSize="s"
          hint={words.wouldHelpHint}
          value={prompting.wouldHelp}
          rows={3}
          maxLength={400}
          optional
        />
        <Button>{words.save}</Button>
      </Form>
    </Page>
  );
}

const ageText = (age: number | null): string => (age === null ? '' : String(age));
