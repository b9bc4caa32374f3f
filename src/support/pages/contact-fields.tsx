import { Checkbox, Chips, Columns, Details, TextField, useWords, type Values } from '../../design/index.ts';
import { contactChannels, workTags } from '../contact.ts';
import type { OwnTag } from '../index.ts';

export const ChannelChips = ({ value }: { value?: string | undefined }) => {
  const { contact: words, channels } = useWords().support;
  return (
    <Chips
      name="channel"
      label={words.channel}
      labelSize="s"
      choose="one"
      options={contactChannels.map((each) => ({ value: each, text: channels[each] }))}
      values={value ? [value] : []}
    />
  );
};

/** What link workers do that no form asks about, in Bothy's words and the programme's own. */
export function DoneChips({ tags, chosen = [] }: { tags: readonly OwnTag[]; chosen?: readonly string[] }) {
  const words = useWords().contacts;
  const own = tags.filter(({ id, retired }) => !retired || chosen.includes(id)).map(({ id, name }) => ({ value: id, text: name }));
  const [crossed, ...usual] = [...workTags].reverse().map((value) => ({ value, text: words.tags[value] ?? value }));
  return (
    <Chips
      name="tags"
      label={words.did}
      labelSize="s"
      optional
      hint={words.didHint}
      options={[...usual.reverse(), ...own, ...(crossed ? [crossed] : [])]}
      values={chosen}
    />
  );
}

export function CompanyChips({ company }: { company: readonly string[] }) {
  const words = useWords().contacts;
  if (!company.length) return null;
  return (
    <Chips name="company" label={words.company} labelSize="s" optional options={company.map((name) => ({ value: name, text: name }))} />
  );
}

type More = { values: Values; company?: readonly string[] };

/** What is seldom needed, folded away unless there is something in it. */
export function MoreFields({ values, company = [] }: More) {
  const { contact: words } = useWords().support;
  const more = useWords().contacts;
  const names = ['place', 'present', 'travelMinutes', 'travelKm', 'debrief'];
  return (
    <Details summary={more.more} open={names.some((name) => values[name]?.length)}>
      <TextField name="place" label={words.place} optional suggestions={words.places} />
      <TextField name="present" label={company.length ? more.companyMore : words.present} optional />
      <Columns>
        <TextField name="travelMinutes" label={more.travel} optional inputmode="numeric" width={3} suffix={words.minutesUnit} />
        <TextField name="travelKm" label={more.distance} optional inputmode="decimal" width={4} suffix={more.km} />
      </Columns>
      <Checkbox name="debrief" label={words.debrief} />
    </Details>
  );
}

export const MinutesField = () => {
  const words = useWords().support.contact;
  return (
    <TextField
      name="minutes"
      label={words.minutes}
      labelSize="s"
      optional
      hint={words.minutesHint}
      inputmode="numeric"
      width={3}
      suffix={words.minutesUnit}
    />
  );
};
