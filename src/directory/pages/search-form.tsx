import { Button, Checkboxes, Chips, Columns, Details, Form, Hidden, Select, TextField, useWords } from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { needs } from '../need.ts';
import { weekdays } from '../schedule.ts';
import { distances } from '../search.ts';
import { attendances, audiences } from '../service.ts';

type Props = { typed: Typed; towns: readonly string[]; person: string | undefined };

const inMore = ['who', 'age', 'day', 'attendance', 'free', 'room'];

export function SearchForm({ typed, towns, person }: Props) {
  const { search, needs: needNames } = useWords().directory;
  const coded = <T extends string>(values: readonly T[], names: Record<T, string>) =>
    values.map((value) => ({ value, text: names[value] }));
  return (
    <Form action="/services" values={typed}>
      {person && <Hidden name="for" value={person} />}
      <TextField name="words" type="search" label={search.words} labelSize="s" hint={search.wordsHint} />
      <Columns>
        <TextField
          name="place"
          label={search.place}
          labelSize="s"
          {...(!towns.length && { hint: search.placeHintPlain })}
          suggestions={towns}
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
      <Chips name="need" label={search.needs} labelSize="s" options={coded(needs, needNames)} />
      <MoreQuestions open={inMore.some((name) => typed[name]?.length)} coded={coded} />
      <Button>{search.button}</Button>
    </Form>
  );
}

type Coded = <T extends string>(values: readonly T[], names: Record<T, string>) => { value: T; text: string }[];

function MoreQuestions({ open, coded }: { open: boolean; coded: Coded }) {
  const { search, audiences: audienceNames, days, attendances: attendanceNames } = useWords().directory;
  const others = audiences.filter((audience) => audience !== 'everyone');
  return (
    <Details summary={search.more} open={open}>
      <Columns>
        <Select
          name="who"
          label={search.whoFor}
          labelSize="s"
          options={[{ value: '', text: search.anybody }, ...coded(others, audienceNames)]}
        />
        <TextField name="age" label={search.age} labelSize="s" width={3} inputmode="numeric" />
      </Columns>
      <Chips name="day" label={search.days} labelSize="s" options={coded(weekdays, days)} />
      <Chips name="attendance" label={search.attendance} labelSize="s" options={coded(attendances, attendanceNames)} />
      <Checkboxes name="free" label={search.only} labelSize="s" options={[{ value: 'yes', text: search.free }]} />
      <Checkboxes name="room" options={[{ value: 'yes', text: search.room }]} />
    </Details>
  );
}
