import { Button, Chips, Columns, Details, Form, Select, TextField, useWords } from '../../../design/index.ts';
import type { Typed } from '../../../platform/forms.ts';
import { needs } from '../../need.ts';
import { distances } from '../../search.ts';
import { inMore, MoreQuestions } from '../search-form.tsx';

type Props = {
  home: string;
  towns: readonly string[];
  typed: Typed;
  /** Left out where the page offers the needs as links. */ withNeeds?: boolean;
};

/** The short way to ask, for anybody; the rest waits behind one line. */
export function PublicSearchForm({ home, towns, typed, withNeeds = true }: Props) {
  const { publicDirectory: words, directory } = useWords();
  const { search } = directory;
  const coded = <T extends string>(values: readonly T[], names: Record<T, string>) =>
    values.map((value) => ({ value, text: names[value] }));
  return (
    <Form action={`${home}/services`} values={typed}>
      <TextField name="words" type="search" label={words.words} labelSize="s" hint={words.wordsHint} />
      <Columns>
        <TextField
          name="place"
          label={words.place}
          labelSize="s"
          autocomplete="off"
          {...(towns.length ? { suggestions: towns } : { hint: search.placeHintPlain })}
        />
        {towns.length > 0 && (
          <Select
            name="km"
            label={search.distance}
            labelSize="s"
            options={[{ value: '', text: search.anyDistance }, ...distances.map((km) => ({ value: String(km), text: search.within(km) }))]}
          />
        )}
      </Columns>
      {withNeeds && (
        <Details summary={search.needs} open={Boolean(typed.need?.length)}>
          <Chips name="need" label={search.needs} labelSize="s" options={coded(needs, directory.needs)} />
        </Details>
      )}
      <MoreQuestions open={inMore.some((name) => typed[name]?.length)} coded={coded} />
      <Button>{words.search}</Button>
    </Form>
  );
}
