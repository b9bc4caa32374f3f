import { Button, Chips, Columns, Details, Form, Select, TextField, useWords } from '../../../design/index.ts';
import type { Typed } from '../../../platform/forms.ts';
import { needs } from '../../need.ts';
import { weekdays } from '../../schedule.ts';
import { distances } from '../../search.ts';
import { attendances } from '../../service.ts';

type Props = { home: string; towns: readonly string[]; typed: Typed };

/** The short way to ask, for anybody; the rest waits behind one line. */
export function PublicSearchForm({ home, towns, typed }: Props) {
  const { publicDirectory: words, directory } = useWords();
  const { search } = directory;
  const more = ['need', 'day', 'attendance', 'free', 'room'].some((name) => typed[name]?.length);
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
      <Details summary={search.more} open={more}>
        <Chips name="need" label={search.needs} labelSize="s" options={coded(needs, directory.needs)} />
        <Chips name="day" label={search.days} labelSize="s" options={coded(weekdays, directory.days)} />
        <Chips name="attendance" label={search.attendance} labelSize="s" options={coded(attendances, directory.attendances)} />
        <Chips name="free" label={search.only} labelSize="s" options={[{ value: 'yes', text: search.free }]} />
      </Details>
      <Button>{words.search}</Button>
    </Form>
  );
}
