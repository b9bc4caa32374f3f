import {
  Button,
  ButtonRow,
  Checkbox,
  Checkboxes,
  Chips,
  DateField,
  Form,
  PasswordField,
  Radios,
  Scale,
  Select,
  TextArea,
  TextField,
  TimeField,
} from '../index.ts';

const needs = [
  'Loneliness',
  'Money or debt',
  'Housing',
  'Bereavement',
  'Caring',
  'Getting active',
  'Low mood',
  'Work or purpose',
  'Something else',
].map((text) => ({ value: text.toLowerCase(), text }));

export const KitchenForm = () => (
  <Form action="/refer" rowVersion={3} values={{}}>
    <TextField
      name="who"
      label="Who is it for?"
      labelSize="m"
      hint="Name and date of birth, or health number"
      value="Moira Kerr, 14 March 1964"
    />
    <Chips name="needs" label="What would help?" options={needs} values={['loneliness', 'bereavement']} />
    <Chips
      name="when"
      label="When suits her?"
      choose="one"
      options={[
        { value: 'am', text: 'Morning' },
        { value: 'pm', text: 'Afternoon' },
      ]}
      values={['am']}
    />
    <TextArea
      name="more"
      label="In a line, what should the link worker know?"
      labelSize="m"
      optional
      hint="She will read this too."
      maxLength={200}
      rows={3}
      value="Lost her husband in August."
    />
    <DateField name="born" label="Date of birth" labelSize="s" hint="For example, 31 3 1964" value="1964-03-14" />
    <TimeField name="at" label="What time?" hint="For example, 9:30" />
    <Select
      name="team"
      label="Which team?"
      options={[
        { value: 'a', text: 'Stewartry' },
        { value: 'b', text: 'Machars' },
      ]}
      value="b"
    />
    <TextField name="cost" label="Bus fare" prefix="£" width={5} inputmode="decimal" />
    <Radios
      name="channel"
      label="How may we reach her?"
      labelSize="m"
      value="phone"
      options={[
        {
          value: 'phone',
          text: 'Telephone',
          hint: 'She answers in the morning',
          reveal: <TextField name="number" label="Number" type="tel" width={20} />,
        },
        { value: 'letter', text: 'Letter' },
        { value: 'none', text: 'Not yet', divided: true },
      ]}
    />
    <Checkboxes
      name="access"
      label="What makes it easier?"
      labelSize="m"
      options={[
        { value: 'lift', text: 'A lift there' },
        { value: 'quiet', text: 'A quiet room', hint: 'Noise tires her' },
        { value: 'no', text: 'Nothing', divided: true },
      ]}
    />
    <Scale
      name="score"
      label="How do you feel about where you live?"
      labelSize="m"
      low="as bad as can be"
      high="as good as can be"
      value={4}
    />
    <Checkbox name="agreed" label="Moira agrees that we share this with the link worker" checked />
    <PasswordField name="secret" label="Your password" />
    <ButtonRow>
      <Button preventDoubleClick>Send referral</Button>
      <Button variant="secondary">Save for later</Button>
      <Button variant="warning">Withdraw</Button>
      <Button variant="link">Only give her information instead</Button>
      <Button variant="secondary" small href="/cancel">
        Small
      </Button>
    </ButtonRow>
  </Form>
);
