import { Button, Checkbox, Form, Heading, Page, Select, TextArea, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { ProgrammeSeen } from '../index.ts';
import { holidayChoices, numberChoices } from '../programme.ts';
import { inOneLine } from '../help-line.ts';
import { HelpLinesFields } from './help-lines-form.tsx';
import { SavedNow } from './practices-view.tsx';
import type { ranges } from './settings-form.ts';
import { timeZones } from './setup-view.tsx';

type Props = ProgrammeSeen & { typed?: Typed; errors?: Errors; stale?: boolean };
type Count = keyof typeof ranges;

export function SettingsPage({ name, settings, rowVersion, typed = {}, errors, stale }: Props) {
  const words = useWords().accounts.settings;
  const { people } = useWords();
  const count = (field: Count, label: string, hint: string, suffix = words.days) => (
    <TextField name={field} label={label} hint={hint} value={String(settings[field])} inputmode="numeric" width={3} suffix={suffix} />
  );
  return (
    <Page title={words.title} {...(errors && { errors })}>
      {stale && <Saved name={name} settings={settings} />}
      <p>{words.about}</p>
      <Form action="/settings" values={typed} rowVersion={rowVersion}>
        <Heading class="nhsuk-heading-m">{words.who}</Heading>
        <TextField name="name" label={words.name} hint={words.nameHint} value={name} />
        <TextField name="code" label={words.code} hint={words.codeHint} value={settings.code} width={10} code optional />
        <TextField
          name="timeZone"
          label={words.timeZone}
          hint={words.timeZoneHint}
          value={settings.timeZone}
          suggestions={timeZones}
          spellcheck={false}
          width={20}
        />
        <Select
          name="holidays"
          label={words.holidays}
          hint={words.holidaysHint}
          value={settings.holidays}
          options={holidayChoices.map((value) => ({ value, text: words.holidayNames[value] }))}
        />
        <Select
          name="healthNumber"
          label={words.healthNumber}
          hint={words.healthNumberHint}
          value={settings.healthNumber}
          options={numberChoices.map((value) => ({ value, text: people.numbers[value] }))}
        />
        <TextField
          name="colour"
          label={words.colour}
          hint={words.colourHint}
          value={settings.colour}
          spellcheck={false}
          width={10}
          optional
        />
        <Heading class="nhsuk-heading-m">{words.waits}</Heading>
        {count('decideWithinDays', words.decideWithinDays, words.decideHint)}
        {count('firstAttemptWithinDays', words.firstAttemptWithinDays, words.firstAttemptHint)}
        <Heading class="nhsuk-heading-m">{words.attempts}</Heading>
        {count('attemptsBeforeClosing', words.attemptsBeforeClosing, words.attemptsHint, words.times)}
        {count('attemptsOverDays', words.attemptsOverDays, words.attemptsOverHint)}
        <Heading class="nhsuk-heading-m">{words.caseload}</Heading>
        {count('safeCaseload', words.safeCaseload, words.safeCaseloadHint, '')}
        {count('heldCountsPercent', words.heldCountsPercent, words.heldCountsHint, words.percent)}
        {count('silentAfterDays', words.silentAfterDays, words.silentHint)}
        {count('remindOfAppointmentDays', words.remindOfAppointmentDays, words.remindHint)}
        <Heading class="nhsuk-heading-m">{words.organisations}</Heading>
        {count('chaseAfterDays', words.chaseAfterDays, words.chaseHint)}
        {count('replyLinkDays', words.replyLinkDays, words.replyLinkHint)}
        {count('askStillRightAfterDays', words.askStillRightAfterDays, words.askStillRightHint)}
        <Heading class="nhsuk-heading-m">{words.directory}</Heading>
        <Checkbox
          name="publishesDirectory"
          value="yes"
          label={words.publishes}
          hint={words.publishesHint}
          checked={settings.publishesDirectory}
        />
        <Heading class="nhsuk-heading-m">{words.privacy}</Heading>
        <TextArea
          name="secureEmailDomains"
          label={words.secureEmailDomains}
          hint={words.secureHint}
          value={settings.secureEmailDomains.join('\n')}
          rows={3}
          optional
        />
        <Checkbox
          name="sharingNeedsAgreement"
          value="yes"
          label={words.needsAgreement}
          hint={words.needsAgreementHint}
          checked={settings.sharingNeedsAgreement}
        />
        <Heading class="nhsuk-heading-m">{words.danger}</Heading>
        {count('visitOverdueMinutes', words.visitOverdueMinutes, words.visitOverdueHint, words.minutes)}
        <Heading level={3} class="nhsuk-heading-s">
          {words.inDanger}
        </Heading>
        <HelpLinesFields lines={settings.inDanger} />
        <Button>{words.save}</Button>
      </Form>
    </Page>
  );
}

function Saved({ name, settings }: Pick<Props, 'name' | 'settings'>) {
  const words = useWords().accounts.settings;
  const counts: readonly Count[] = [
    'decideWithinDays',
    'firstAttemptWithinDays',
    'attemptsBeforeClosing',
    'attemptsOverDays',
    'chaseAfterDays',
    'replyLinkDays',
    'remindOfAppointmentDays',
    'safeCaseload',
    'heldCountsPercent',
    'silentAfterDays',
    'askStillRightAfterDays',
    'visitOverdueMinutes',
  ];
  return (
    <SavedNow
      rows={[
        { key: words.name, value: name },
        { key: words.timeZone, value: settings.timeZone },
        { key: words.holidays, value: words.holidayNames[settings.holidays] },
        ...counts.map((field) => ({ key: words[field], value: String(settings[field]) })),
        { key: words.publishes, value: words.published(settings.publishesDirectory) },
        { key: words.needsAgreement, value: words.published(settings.sharingNeedsAgreement) },
        { key: words.secureEmailDomains, value: settings.secureEmailDomains.join(', ') },
        { key: words.inDanger, value: settings.inDanger.map(inOneLine).join('. ') },
      ]}
    />
  );
}
