import { Button, Form, Heading, Hidden, PlainPage, Prose, Radios, SummaryList, TextArea, TextField, useWords } from '../../design/index.ts';
import { PanelBox } from '../../design/index.ts';
import type { Programme } from '../../identity/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type Idea, ideaVoices } from '../core/suggestion.ts';

type Props = { programme: Programme; page: string; values: Typed; errors?: Errors | undefined };

export const useVoices = () => {
  const { voices } = useWords().together;
  return ideaVoices.map((value) => ({ value, text: voices[value] }));
};

/** For anybody, signed in or not: nobody is asked who they are. */
export function SuggestPage({ programme: { slug, name }, page, values, errors }: Props) {
  const { suggest: words, public: shown } = useWords().together;
  return (
    <PlainPage title={words.title} caption={name} errors={errors} back={{ href: `/together/${slug}`, text: shown.title }}>
      <p>{words.intro}</p>
      <Form action={`/together/${slug}/suggest`} values={values}>
        {page && <Hidden name="page" value={page} />}
        <TextArea name="words" label={words.words} hint={words.wordsHint} rows={6} maxLength={2000} />
        {page && <p class="bothy-note">{words.aboutPage}</p>}
        <Radios
          name="voice"
          label={words.voice}
          hint={words.voiceHint}
          options={[...useVoices(), { value: 'none', text: words.noVoice, divided: true }]}
          optional
        />
        <TextField name="email" type="email" autocomplete="email" label={words.email} hint={words.emailHint} optional />
        <Button>{words.send}</Button>
      </Form>
      <p>
        {words.notHelp} <a href={`/ask/${slug}`}>{words.askHelp}</a>
      </p>
    </PlainPage>
  );
}

type OwnProps = { programme: Programme; idea: Idea; action: string; fresh: boolean };

/** What came of it, for whoever has the link. */
export function OwnIdeaPage({ programme, idea, action, fresh }: OwnProps) {
  const { own: words, stages } = useWords().together;
  if (idea.takenBackAt)
    return (
      <PlainPage title={words.goneTitle} caption={programme.name}>
        <p>{words.goneText}</p>
      </PlainPage>
    );
  const rows = [
    { key: words.said, value: <Prose text={idea.words} /> },
    ...(idea.told && idea.told !== idea.words ? [{ key: words.publicWords, value: <Prose text={idea.told} /> }] : []),
    {
      key: words.stage,
      value: (
        <>
          <strong>{stages[idea.stage]}</strong>
          <br />
          {words.stageText[idea.stage]}
        </>
      ),
    },
    ...(idea.answer ? [{ key: words.answer, value: <Prose text={idea.answer} /> }] : []),
  ];
  return (
    <PlainPage title={words.title} caption={programme.name} titleHidden={fresh}>
      {fresh && <PanelBox title={words.thanks} />}
      <p>{words.keep}</p>
      <SummaryList rows={rows} />
      <p>
        <a href={`/together/${programme.slug}`}>{words.youSaid}</a>
      </p>
      <Heading class="nhsuk-heading-s">{words.takeBack}</Heading>
      <p>{words.takeBackText}</p>
      <Form action={`${action}/take-back`}>
        <Button variant="secondary">{words.takeBackButton}</Button>
      </Form>
    </PlainPage>
  );
}
