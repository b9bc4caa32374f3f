import { Button, type Errors, Form, HiddenText, Lines, Panel, TextArea, useChrome, useWords } from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import type { CodingThought } from '../index.ts';
import { day } from './coding-words.tsx';

type Props = {
  heading: string;
  action: string;
  thoughts: readonly CodingThought[];
  names: ReadonlyMap<string, string>;
  me: string;
  values?: Typed | undefined;
  errors?: Errors | undefined;
};

/** What readers thought, and a place to write another. */
export function Thoughts({ heading, action, thoughts, names, me, values, errors }: Props) {
  const words = useWords().coding.thoughts;
  const { path } = useChrome();
  return (
    <Panel heading={heading} id="thoughts">
      {thoughts.map(({ id, words: said, by, at }) => (
        <div class="bothy-thought" key={id}>
          <Lines text={said} />
          <p class="bothy-note">{words.by(names.get(by) ?? words.somebody, day(at))}</p>
          {by === me && (
            <Form action={`/coding/thoughts/${id}/remove`}>
              <input type="hidden" name="back" value={path} />
              <Button variant="link">
                {words.remove}
                <HiddenText> {words.removeAbout}</HiddenText>
              </Button>
            </Form>
          )}
        </div>
      ))}
      <Form action={action} values={values}>
        <TextArea name="thought" label={words.label} hint={words.hint} rows={3} errors={errors} />
        <Button variant="secondary">{words.add}</Button>
      </Form>
    </Panel>
  );
}
