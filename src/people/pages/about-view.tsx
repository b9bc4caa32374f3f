import { Columns, formatDate, HiddenText, Lines, Panel, SummaryList, useWords } from '../../design/index.ts';
import { type SectionId, sections, teamSections } from '../core/sections.ts';
import { spaced } from '../health-number.ts';
import type { About } from '../index.ts';
import { nameOf } from '../person.ts';
import { PersonPage } from './person-page.tsx';
import { contentInWords, textsOf } from './section-texts.ts';

/** What stands in the wide column: what a person says. The rest are facts beside it. */
const wide: readonly SectionId[] = ['aboutMe', 'concerns', 'people', 'home', 'daily', 'services', 'problems', 'requirements'];

/** All that is known of a person, without the questions that nobody has answered. */
export function AboutPage({ about, timeZone }: { about: About; timeZone: string }) {
  const words = useWords().aboutPerson;
  const known = teamSections.filter((id) => saysSomething(about, id));
  const shown = (id: SectionId) => <SectionPanel key={id} id={id} about={about} timeZone={timeZone} />;
  return (
    <PersonPage person={about.person} section="about" title={words.title}>
      <Columns split="two-thirds">
        <div>
          {known.filter((id) => wide.includes(id)).map(shown)}
          <NotAsked about={about} ids={teamSections.filter((id) => !known.includes(id))} />
        </div>
        <div>
          <Facts about={about} />
          {known.filter((id) => !wide.includes(id)).map(shown)}
        </div>
      </Columns>
    </PersonPage>
  );
}

const saysSomething = ({ sections: found, person }: About, id: SectionId): boolean =>
  Object.keys(found.get(id)?.content ?? {}).length > 0 || (id === 'communication' && Boolean(person.interpreter || person.accessNeeds));

/** What is known from elsewhere is not asked again. */
function Facts({ about: { person, practice } }: { about: About }) {
  const words = useWords();
  const mine = words.aboutPerson;
  const official = `${person.givenName} ${person.familyName}`;
  const numbers = [...(person.healthNumber ? [person.healthNumber] : []), ...person.otherNumbers];
  const rows: { key: string; value: string }[] = [
    { key: mine.name, value: official },
    ...(nameOf(person) === official ? [] : [{ key: mine.knownAs, value: nameOf(person) }]),
    ...(person.pronouns ? [{ key: mine.pronouns, value: person.pronouns }] : []),
    { key: mine.dateOfBirth, value: formatDate(person.dateOfBirth) },
    ...numbers.map((number) => ({ key: words.people.numbers[number.system], value: spaced(number) })),
    ...(practice ? [{ key: mine.practice, value: [practice.name, practice.place].filter(Boolean).join(', ') }] : []),
  ];
  return (
    <Panel heading={mine.facts} soft>
      {rows.map(({ key, value }) => (
        <Fact key={key} label={key} lines={[value]} />
      ))}
      <p>
        <a href={`/people/${person.id}/details`}>
          {mine.change}
          <HiddenText> {mine.facts}</HiddenText>
        </a>
      </p>
    </Panel>
  );
}

function SectionPanel({ id, about, timeZone }: { id: SectionId; about: About; timeZone: string }) {
  const words = useWords();
  const mine = words.aboutPerson;
  const texts = textsOf(words, id);
  const { person, names } = about;
  const saved = about.sections.get(id);
  const content = saved?.content ?? {};
  const said = id === 'communication' && !saved ? fromBefore(about, texts.fields) : contentInWords(sections[id], content, texts);
  const isVoice = id === 'aboutMe' || id === 'concerns';
  const isFact = !wide.includes(id);
  return (
    <Panel heading={texts.title} soft={isFact} id={id}>
      {isVoice && said.map(({ label, lines }) => <Spoken key={label} label={label} lines={lines} />)}
      {isFact && said.map(({ label, lines }) => <Fact key={label} label={label} lines={lines} />)}
      {!isVoice && !isFact && (
        <SummaryList rows={said.map(({ label, lines }) => ({ key: label, value: <Entries lines={lines} /> }))} lastBorder={false} />
      )}
      {id === 'people' && <Ties about={about} />}
      <p class="bothy-note">
        <a href={`/people/${person.id}/about/${id}`}>
          {mine.change}
          <HiddenText> {texts.title}</HiddenText>
        </a>
        {saved && ` · ${mine.saved(names.get(saved.savedBy ?? '')?.name ?? mine.somebody, formatDate(saved.savedAt, { timeZone }))}`}
      </p>
    </Panel>
  );
}

const Spoken = ({ label, lines }: { label: string; lines: readonly string[] }) => (
  <>
    <h3 class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{label}</h3>
    {lines.map((line) => (
      <p key={line}>
        <Lines text={line} />
      </p>
    ))}
  </>
);

/** In the narrow column the question stands above its answer. */
const Fact = ({ label, lines }: { label: string; lines: readonly string[] }) => (
  <p class="nhsuk-u-margin-bottom-3">
    <span class="bothy-note">{label}</span>
    <Lines text={lines.join('\n')} />
  </p>
);

/** What was written down in plain lines before there were questions for it. */
const fromBefore = ({ person }: About, fields: Readonly<Record<string, { label: string }>>) =>
  [
    { label: fields['language']?.label ?? '', lines: person.interpreter ? [person.interpreter] : [] },
    { label: fields['note']?.label ?? '', lines: person.accessNeeds ? [person.accessNeeds] : [] },
  ].filter(({ lines }) => lines.length);

const Entries = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 1 ? (
    <Lines text={lines[0]!} />
  ) : (
    <ul class="nhsuk-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

function Ties({ about: { ties } }: { about: About }) {
  const words = useWords().aboutPerson;
  if (!ties.length) return null;
  return (
    <p>
      {words.known}:{' '}
      {ties.map(({ person }) => (
        <a href={`/people/${person.id}`} key={person.id}>
          {nameOf(person)}
        </a>
      ))}
    </p>
  );
}

function NotAsked({ about: { person }, ids }: { about: About; ids: readonly SectionId[] }) {
  const words = useWords();
  if (!ids.length) return null;
  return (
    <Panel heading={words.aboutPerson.notAskedTitle}>
      <p>{words.aboutPerson.notAsked}</p>
      <ul class="nhsuk-list">
        {ids.map((id) => (
          <li key={id}>
            <a href={`/people/${person.id}/about/${id}`}>{textsOf(words, id).title}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
