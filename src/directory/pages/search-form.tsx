import { Button, Checkbox, Checkboxes, Chips, Columns, Details, Form, Hidden, Select, TextField, useWords } from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { languageCodes } from '../access-needs.ts';
import { needs } from '../need.ts';
import { weekdays } from '../schedule.ts';
import { dayparts, distances } from '../search.ts';
import { accessibilities, attendances, audiences } from '../service.ts';

type Props = { typed: Typed; towns: readonly string[]; person: string | undefined };

export const inMore = ['who', 'age', 'day', 'time', 'attendance', 'language', 'access', 'cost', 'free', 'room', 'covers', 'fresh', 'old'];

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

export function MoreQuestions({ open, coded }: { open: boolean; coded: Coded }) {
  const { directory, finding } = useWords();
  const { search, audiences: audienceNames, days, attendances: attendanceNames, accessibilities: accessNames } = directory;
  const others = audiences.filter((audience) => audience !== 'everyone');
  const languages = languageCodes
    .map((value) => ({ value, text: finding.languageName(value) }))
    .toSorted((a, b) => a.text.localeCompare(b.text));
  return (
    <Details summary={finding.more} open={open}>
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
      <Chips name="time" label={finding.times} labelSize="s" options={coded(dayparts, finding.dayparts)} />
      <Chips name="attendance" label={search.attendance} labelSize="s" options={coded(attendances, attendanceNames)} />
      <Chips name="access" label={finding.access} labelSize="s" options={coded(accessibilities, accessNames)} />
      <Columns>
        <Select name="language" label={finding.language} labelSize="s" options={[{ value: '', text: finding.anyLanguage }, ...languages]} />
        <TextField name="cost" label={finding.maxCost} labelSize="s" hint={finding.maxCostHint} width={4} inputmode="decimal" />
      </Columns>
      <Checkboxes name="free" label={search.only} labelSize="s" options={[{ value: 'yes', text: search.free }]} />
      {(['room', 'covers', 'fresh'] as const).map((name) => (
        <Checkbox key={name} name={name} value="yes" label={name === 'room' ? search.room : finding[name]} />
      ))}
      <Checkbox name="old" value="yes" label={finding.old} />
    </Details>
  );
}
