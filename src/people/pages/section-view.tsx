import { Button, ButtonRow, Form, formatDateTime, InsetText, Lines, Panel, Table, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { SectionVersion } from '../core/section.ts';
import { type SectionId, sectionOf } from '../core/sections.ts';
import type { OneSection } from '../index.ts';
import { MaybeKnown } from './people-ties.tsx';
import { PersonPage } from './person-page.tsx';
import { SectionFields } from './section-fields.tsx';
import { answerInWords, textsOf } from './section-texts.ts';
import { valuesOfSection } from './section-values.ts';

type Props = {
  id: SectionId;
  seen: OneSection;
  values: Typed;
  version: number;
  timeZone: string;
  errors?: Errors;
  /** What was typed, as it would have been saved, beside what somebody else has saved. */
  stale?: { saved: SectionVersion; typed: SectionVersion['content'] };
};

/** One section, asked on one page. */
export function SectionPage({ id, seen, values, version, timeZone, errors, stale }: Props) {
  const words = useWords();
  const texts = textsOf(words, id);
  const section = sectionOf(id);
  const hasRows = Object.values(section.fields).some(({ kind }) => kind === 'rows');
  const { person, current, names } = seen;
  const about = words.aboutPerson;
  return (
    <PersonPage
      person={person}
      section="about"
      title={texts.title}
      errors={errors}
      back={{ href: `/people/${person.id}/about`, text: about.title }}
    >
      {texts.lead && <p class="nhsuk-body-l">{texts.lead}</p>}
      {texts.why && (
        <InsetText>
          <h2 class="nhsuk-heading-xs">{about.because}</h2>
          <p>{texts.why}</p>
        </InsetText>
      )}
      {stale && <Stale id={id} {...stale} />}
      <MaybeKnown seen={seen} />
      <Form action={`/people/${person.id}/about/${id}`} values={values} rowVersion={version}>
        <SectionFields section={section} texts={texts} values={values} />
        <ButtonRow>
          <Button preventDoubleClick>{about.save}</Button>
          {hasRows && (
            <Button variant="secondary" name="more" value="yes">
              {about.saveAndAdd}
            </Button>
          )}
        </ButtonRow>
      </Form>
      {current && (
        <p class="bothy-note">
          {about.saved(names.get(current.savedBy ?? '')?.name ?? about.somebody, formatDateTime(current.savedAt, { timeZone }))}{' '}
          <a href={`/people/${person.id}/about/${id}/history`}>{about.history}</a>
        </p>
      )}
    </PersonPage>
  );
}

/** Both versions side by side, so that the second to save loses nothing and undoes nothing unawares. */
function Stale({ id, saved, typed }: { id: SectionId; saved: SectionVersion; typed: SectionVersion['content'] }) {
  const words = useWords();
  const about = words.aboutPerson;
  const texts = textsOf(words, id);
  const rows = Object.entries(sectionOf(id).fields)
    .map(([name, field]) => ({
      label: texts.fields[name]?.label ?? name,
      theirs: answerInWords(field, saved.content[name], texts.fields[name]).join('\n'),
      yours: answerInWords(field, typed[name], texts.fields[name]).join('\n'),
    }))
    .filter(({ theirs, yours }) => theirs !== yours);
  return (
    <Panel heading={about.staleTitle}>
      <p>{about.staleText}</p>
      <Table
        caption={about.staleTitle}
        captionHidden
        rows={rows}
        columns={[
          { header: about.field, rowHeader: true, cell: ({ label }) => label },
          { header: about.theirs, cell: ({ theirs }) => <Lines text={theirs || about.nothing} /> },
          { header: about.yours, cell: ({ yours }) => <Lines text={yours || about.nothing} /> },
        ]}
      />
    </Panel>
  );
}

export const savedValues = (id: SectionId, saved: SectionVersion | undefined): Typed =>
  saved ? valuesOfSection(sectionOf(id), saved.content) : {};
