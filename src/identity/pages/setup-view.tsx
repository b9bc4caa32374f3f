import { Button, Form, Heading, PasswordField, PlainPage, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { usualSettings } from '../programme.ts';

export const timeZones = Intl.supportedValuesOf('timeZone');

/** Everything an empty installation needs to begin, on one page. */
export function SetupPage({ token, typed = {}, errors }: { token: string; typed?: Typed; errors?: Errors }) {
  const { setup: words, password } = useWords().accounts;
  return (
    <PlainPage title={words.title} {...(errors && { errors })}>
      <p>{words.intro}</p>
      <Form action={`/setup/${token}`} values={typed} autocomplete="on">
        <Heading class="nhsuk-heading-m">{words.programme}</Heading>
        <TextField name="programmeName" label={words.programmeName} hint={words.programmeHint} autocomplete="off" />
        <TextField name="slug" label={words.slug} hint={words.slugHint} optional autocomplete="off" spellcheck={false} width={20} />
        <TextField
          name="timeZone"
          label={words.timeZone}
          hint={words.timeZoneHint}
          value={usualSettings.timeZone}
          suggestions={timeZones}
          autocomplete="off"
          spellcheck={false}
          width={20}
        />
        <Heading class="nhsuk-heading-m">{words.first}</Heading>
        <p>{words.firstText}</p>
        <TextField name="practice" label={words.practice} autocomplete="off" />
        <TextField name="place" label={words.place} optional autocomplete="off" />
        <TextField name="team" label={words.team} autocomplete="off" />
        <Heading class="nhsuk-heading-m">{words.you}</Heading>
        <p>{words.youText}</p>
        <TextField name="name" label={words.name} autocomplete="name" />
        <TextField name="email" type="email" label={words.email} autocomplete="username" />
        <PasswordField name="password" label={password.label} hint={password.hint} autocomplete="new-password" />
        <Button>{words.button}</Button>
      </Form>
    </PlainPage>
  );
}
