import { expect, it } from 'vitest';
import { show } from '../testing/fixtures.tsx';
import { Checkboxes } from './choices.tsx';
import { Chips } from './chips.tsx';
import { DateField } from './date-field.tsx';
import { Form } from './form.tsx';
import { PasswordField } from './password-field.tsx';
import { Scale } from './scale.tsx';
import { TextField } from './text-field.tsx';

const needs = [
  { value: 'money', text: 'Money or debt' },
  { value: 'housing', text: 'Housing' },
];

it('gives back what was typed rather than the default', () => {
  const html = show(
    <Form values={{ who: 'Moira <Kerr>', 'born-day': '40', needs: 'housing' }}>
      <TextField name="who" label="Who" value="nobody" />
      <DateField name="born" label="Born" value="1964-03-14" />
      <Chips name="needs" label="Needs" options={needs} values={['money']} />
    </Form>,
  );
  expect(html).toContain('value="Moira &lt;Kerr>"');
  expect(html).toContain('value="40"');
  expect(html).toContain('value="3"');
  expect(html.match(/<input[^>]*checked[^>]*>/g)).toEqual([expect.stringContaining('value="housing"')]);
});

it('keeps an unticked box unticked once the form was sent', () => {
  const boxes = <Checkboxes name="needs" options={needs} values={['money']} />;
  expect(show(<Form values={{ who: 'Moira' }}>{boxes}</Form>)).not.toContain('checked');
  expect(show(<Form>{boxes}</Form>)).toContain('checked');
});

it('never sends a password back', () => {
  const html = show(
    <Form values={{ secret: 'hunter2' }}>
      <PasswordField name="secret" label="Your password" />
    </Form>,
  );
  expect(html).not.toContain('hunter2');
});

it('carries the version of what is being changed', () => {
  expect(show(<Form rowVersion={7}>{null}</Form>)).toContain('name="rowVersion" value="7"');
});

it('starts a group with an id that the error summary can reach', () => {
  expect(show(<Chips name="needs" label="Needs" options={needs} />)).toContain('<input id="needs"');
  expect(show(<Scale name="score" label="Score" low="low" high="high" />)).toContain('<input id="score"');
});
