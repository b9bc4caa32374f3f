import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { DateField } from '../forms/date-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { renderPage } from '../render.tsx';
import { chrome } from '../testing/chrome.ts';
import { KitchenSink } from '../testing/kitchen-sink.tsx';
import { currentItem } from './header.tsx';
import { Page } from './page.tsx';
import { ServiceMap } from '../components/map.tsx';
import { PlainPage } from './plain-page.tsx';
import { PrintLetter } from './print-letter.tsx';
import { PublicPage } from './public-page.tsx';

const letter = (
  <PrintLetter title="How it went" programme="Galloway" to={'Moira Kerr\nCastle Douglas'} from="Sam" date="2026-11-24">
    <p>Dear Moira</p>
  </PrintLetter>
);

const publicPage = (
  <PublicPage
    title="Walks"
    home="/directory/glenkens"
    meta={{ description: 'Where to walk', canonical: 'https://bothy.example/walks', about: [{}] }}
  >
    <ServiceMap
      title="Walks on a map"
      towns={[{ name: 'New Galloway', latitude: 55.07, longitude: -4.14 }]}
      pins={[
        { label: '1', name: 'Walk', latitude: 55.1, longitude: -4.2 },
        { label: '2', name: 'Ramble', latitude: 55.0, longitude: -4.0 },
      ]}
      tiles={{ url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: 'somebody' }}
    />
  </PublicPage>
);

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  elements: [
    'html5',
    {
      'auto-submit': { flow: true, phrasing: true },
      'quick-exit': { flow: true },
      'print-button': { flow: true },
      'tile-map': { flow: true },
    },
  ],
  rules: {
    // Attributes and void elements are Preact's to write.
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // nhsuk-frontend's, for the moment when a password is shown as text.
    'input-attributes': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // The roles of a table are said aloud because a phone lays it out as a list.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // nhsuk-frontend's pattern for a heading read in one breath.
    'no-unknown-role': 'off',
    'text-content': 'off',
  },
});

it.each([
  ['a page', <KitchenSink />],
  ['a refused page', <KitchenSink failed />],
  ['a plain page', <PlainPage title="Can you welcome Moira?">Hello</PlainPage>],
  ['a public page', publicPage],
  ['a letter', letter],
])('%s is valid HTML', async (_, node) => {
  const report = await validator.validateString(renderPage(chrome({ quickExit: true, notice: { kind: 'success', text: 'Sent' } }), node));
  const said = report.results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message} ${m.selector ?? ''}`));
  expect(said).toEqual([]);
});

it('has no inline script and no inline style, so that the policy of the site holds', () => {
  const html = renderPage(chrome({ programme: { name: 'G', colour: '#336699' } }), <KitchenSink failed />);
  expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on[a-z]+=/);
  expect(html).toContain('<link rel="stylesheet" href="/theme/336699.css"/>');
});

it('says the error first in the title, and links it to its field', () => {
  const html = renderPage(
    chrome(),
    <Page title="Refer someone" errors={{ who: 'Enter who it is for', born: 'Enter a date of birth', _form: 'Somebody else changed this' }}>
      <TextField name="who" label="Who is it for?" />
      <DateField name="born" label="Date of birth" />
    </Page>,
  );
  expect(html).toContain('<title>Error: Refer someone – Galloway Hills Connections</title>');
  expect(html).toContain('<a href="#who">Enter who it is for</a>');
  expect(html).toContain('<a href="#born-day">Enter a date of birth</a>');
  expect(html).toContain('<li>Somebody else changed this</li>');
  expect(html).toContain('id="who-error"');
});

it('escapes what people write, wherever it stands', () => {
  const html = renderPage(
    chrome({ asker: { name: '<b>Sam</b>', roleLine: '"' } }),
    <Page title="<script>alert(1)</script>">{'<img onerror=x>'}</Page>,
  );
  expect(html).not.toMatch(/<b>|<script>|<img/);
});

it('marks where one is by the longest address that leads here', () => {
  const nav = ['/', '/people', '/people/new', '/peopleware'].map((href) => ({ href, text: href }));
  expect(currentItem(nav, '/people/7')?.href).toBe('/people');
  expect(currentItem(nav, '/people/new')?.href).toBe('/people/new');
  expect(currentItem(nav, '/')?.href).toBe('/');
  expect(currentItem(nav, '/elsewhere')).toBeUndefined();
});

it('offers a way out only where it was asked for', () => {
  expect(renderPage(chrome({ quickExit: true }), <PlainPage title="T">x</PlainPage>)).toContain('<quick-exit');
  expect(renderPage(chrome(), <PlainPage title="T">x</PlainPage>)).not.toContain('<quick-exit');
});
