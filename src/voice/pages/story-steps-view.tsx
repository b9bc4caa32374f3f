import { Button, Checkboxes, type Errors, Form, Hidden, Panel, Prose, Radios, useWords, type Values } from '../../design/index.ts';
import { agreeings } from '../core/story.ts';
import type { StorySeen } from '../index.ts';
import { AnswerFields, BeforeAsking, yesesOf } from './story-answers.tsx';
import { StoryFrame, storyPath } from './story-view.tsx';

type Props = { seen: StorySeen; values?: Values; errors?: Errors };

/** The words as they are read out, and what the teller says to them. */
export function ReadOutPage({ seen, values = {}, errors }: Props) {
  const words = useWords().stories.readOut;
  const { story, person } = seen;
  return (
    <StoryFrame seen={seen} title={person ? words.title : words.titleMine} errors={errors} back>
      {person && <h2 class="nhsuk-heading-s">{words.first}</h2>}
      {person && <BeforeAsking />}
      {person && <p>{words.then}</p>}
      <Panel heading={story.title}>
        <Prose text={story.words} />
      </Panel>
      <Form action={`${storyPath(story)}/read-out`} values={values}>
        <Hidden name="version" value={String(story.version)} />
        <AnswerFields who={words.titleMine} length={words.length} yes={words.yes} no={words.no} />
        {person && (
          <Radios name="how" label={words.how} labelSize="m" options={agreeings.map((value) => ({ value, text: words.hows[value] }))} />
        )}
        <Button preventDoubleClick>{person ? words.save : words.saveMine}</Button>
      </Form>
      {person && <p class="bothy-note">{words.notRight}</p>}
    </StoryFrame>
  );
}

/** What they take back, and what follows. */
export function TakeBackPage({ seen, values = {}, errors }: Props) {
  const all = useWords().stories;
  const words = all.takeBack;
  const { story, person, answers, today } = seen;
  const given = yesesOf(answers, today);
  return (
    <StoryFrame seen={seen} title={words.title} errors={errors} back>
      <p>{words.text}</p>
      <Form action={`${storyPath(story)}/take-back`} values={values}>
        <Checkboxes
          name="from"
          label={person ? words.which : words.whichMine}
          labelSize="s"
          values={given.length ? [] : ['all']}
          options={[
            ...given.map((use) => ({ value: use as string, text: all.uses[use] })),
            { value: 'all', text: words.all, hint: words.allHint, divided: given.length > 0 },
          ]}
        />
        {person && (
          <Radios
            name="how"
            label={words.how}
            labelSize="s"
            options={agreeings.map((value) => ({ value, text: all.readOut.hows[value] }))}
          />
        )}
        <Button variant="warning" preventDoubleClick>
          {words.save}
        </Button>
      </Form>
    </StoryFrame>
  );
}
