import type { ComponentChildren } from 'preact';
import { Button, Form, Heading, Page, PublicPage, Radios, TextArea, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Suggestible } from '../index.ts';
import { fieldsOf, type Part, parts } from '../suggestion.ts';
import { FieldInput } from './field-inputs.tsx';

type FormProps = { present: Suggestible['present']; values: Typed; action: string; sender: boolean; without?: readonly Part[] };

/** Which part, what it should say, and if they like, who says so. */
export function SuggestForm({ present, values, action, sender, without = [] }: FormProps) {
  const { suggest: words } = useWords().freshness;
  const asked = (part: Part): ComponentChildren =>
    part === 'closed' || !fieldsOf[part].length ? undefined : (
      <>
        <p>{words.change}</p>
        {fieldsOf[part].map((field) => (
          <FieldInput key={field} field={field} value={present[field]} />
        ))}
      </>
    );
  return (
    <Form action={action} values={values} {...(sender && { autocomplete: 'on' })}>
      <Radios
        name="part"
        label={words.part}
        labelSize="m"
        options={parts
          .filter((part) => !without.includes(part))
          .map((part) => ({ value: part, text: words.parts[part], reveal: asked(part), divided: part === 'other' }))}
      />
      <TextArea name="words" label={words.words} labelSize="s" hint={words.wordsHint} rows={4} maxLength={2000} optional />
      {sender && (
        <>
          <Heading level={2} class="nhsuk-heading-m">
            {words.whoHeading}
          </Heading>
          <p>{words.whoText}</p>
          <TextField name="senderName" label={words.name} autocomplete="name" width={20} optional />
          <TextField name="senderRole" label={words.role} hint={words.roleHint} width={20} optional />
          <TextField name="senderEmail" type="email" label={words.email} hint={words.emailHint} autocomplete="email" optional />
        </>
      )}
      <Button preventDoubleClick>{words.send}</Button>
    </Form>
  );
}

type Props = Suggestible & { values: Typed; errors?: Errors | undefined; action: string; back: string };

export function PublicSuggestPage({ service, home, errors, back, ...form }: Props & { home: string }) {
  const { suggest: words } = useWords().freshness;
  return (
    <PublicPage title={words.title} caption={service.name} home={home} back={{ href: back, text: words.back }} errors={errors}>
      <p class="nhsuk-body-l">{words.intro}</p>
      <SuggestForm {...form} sender />
    </PublicPage>
  );
}

export function PublicThanksPage({ home, back }: { home: string; back: string }) {
  const { suggest: words } = useWords().freshness;
  return (
    <PublicPage title={words.thanksTitle} home={home} back={{ href: back, text: words.back }}>
      <p>{words.thanks}</p>
    </PublicPage>
  );
}

export function SuggestPage({ service, errors, back, ...form }: Props) {
  const { suggest: words } = useWords().freshness;
  return (
    <Page title={words.title} caption={service.name} back={{ href: back, text: words.back }} errors={errors}>
      <div class="nhsuk-u-reading-width">
        <p>{words.intro}</p>
        <SuggestForm {...form} sender={false} />
      </div>
    </Page>
  );
}
