import { conforms } from '../testing/fixtures.tsx';
import { Checkboxes, Radios } from './choices.tsx';
import { TextField } from './text-field.tsx';

const page = { labelSize: 'l', headingLevel: 1 } as const;
const asked = { name: 'example', label: 'How do you want to be contacted about this?', ...page } as const;
const ways = [
  { value: 'email', text: 'Email' },
  { value: 'phone', text: 'Phone' },
  { value: 'text', text: 'Text message' },
];
const colours = ['red', 'green', 'blue'].map((value) => ({ value, text: value[0]?.toUpperCase() + value.slice(1) }));
const errors = { example: 'Select how you want to be contacted' };
const many = 'Select all options that are relevant to you';

// Our fields size themselves in characters; theirs in fractions of the page.
const widths = (html: string) => html.replaceAll('nhsuk-input--width-20', 'nhsuk-u-width-two-thirds');
const revealed = [
  { ...ways[0]!, reveal: <TextField name="contact-by-email" label="Email address" width={20} spellcheck={false} /> },
  { ...ways[1]!, reveal: <TextField name="contact-by-phone" label="Phone number" type="tel" width={20} /> },
  { ...ways[2]!, reveal: <TextField name="contact-by-text" label="Mobile phone number" type="tel" width={20} /> },
];

conforms(
  'radios',
  {
    inline: (
      <Radios
        name="example"
        id="inline"
        label="Are you 18 or over?"
        {...page}
        inline
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
    ),
    'without fieldset': <Radios name="colours" id="without-fieldset" options={colours} />,
    'with error message and hint': <Radios {...asked} id="with-hint-error" hint="Select 1 option" errors={errors} options={ways} />,
    'with conditional content': <Radios {...asked} id="conditional" hint="Select 1 option" options={revealed} />,
    'with pre-checked value': <Radios {...asked} id="conditional" hint="Select 1 option" options={revealed} value="email" />,
    'with hints on items': (
      <Radios
        name="example"
        id="with-hint-item"
        label="Do you have a mobile phone with signal?"
        {...page}
        options={[
          { value: 'mobile', text: 'Yes, I have a mobile phone with signal', hint: 'We will text you a 6 digit security code' },
          { value: 'landline', text: 'No, I want to use my landline', hint: 'We will call you to give you a 6 digit security code' },
        ]}
      />
    ),
    'with divider': (
      <Radios
        name="example"
        id="with-divider"
        label="Do you know your NHS number?"
        {...page}
        hint={
          <>
            This is a 10 digit number (like <span class="nhsuk-u-nowrap">999 123 4567</span>) that you can find on an NHS letter,
            prescription or in the NHS App
          </>
        }
        options={[
          { value: 'yes', text: 'Yes, I know my NHS number' },
          { value: 'no', text: 'No, I do not know my NHS number' },
          { value: 'not sure', text: "I'm not sure", divided: true },
        ]}
      />
    ),
  },
  widths,
);

conforms(
  'checkboxes',
  {
    default: <Checkboxes {...asked} hint={many} options={ways} />,
    'without fieldset': <Checkboxes name="colours" id="without-fieldset" options={colours} />,
    'with error message and hint': (
      <Checkboxes
        {...asked}
        id="with-hint-error"
        hint={many}
        errors={errors}
        options={ways.map((way) => (way.value === 'text' ? { ...way, value: 'text message' } : way))}
      />
    ),
    'with conditional content': <Checkboxes {...asked} name="contact" id="conditional" hint={many} options={revealed} />,
    'with pre-checked values': (
      <Checkboxes {...asked} name="contact" id="conditional" hint={many} options={revealed} values={['email', 'text']} />
    ),
    'with "none" option': (
      <Checkboxes {...asked} id="none" options={[...ways, { value: 'none', text: 'I do not want to be contacted', divided: true }]} />
    ),
    'with hints on items': (
      <Checkboxes
        name="example"
        id="with-hint-item"
        label="What medical conditions do you have?"
        {...page}
        hint="Select 1 or more"
        options={[
          { value: 'alzheimers', text: "Alzheimer's disease or dementia" },
          { value: 'asthma', text: 'Asthma' },
          { value: 'cancer', text: 'Cancer' },
          { value: 'diabetes', text: 'Diabetes', hint: 'including type 1, type 2, and gestational diabetes' },
        ]}
      />
    ),
  },
  widths,
);
