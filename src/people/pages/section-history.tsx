import { formatDateTime, Lines, Panel, Table, useWords } from '../../design/index.ts';
import { fieldsChanged, type SectionVersion } from '../core/section.ts';
import { type SectionId, sectionOf } from '../core/sections.ts';
import type { Person } from '../person.ts';
import { PersonPage } from './person-page.tsx';
import { answerInWords, textsOf } from './section-texts.ts';

type Names = ReadonlyMap<string, { name: string }>;
type Props = { id: SectionId; person: Person; versions: readonly SectionVersion[]; names: Names; timeZone: string };

/** Every version of a section: who saved it, when, and what it changed. The newest first. */
export function SectionHistoryPage({ id, person, versions, names, timeZone }: Props) {
  const words = useWords();
  const about = words.aboutPerson;
  const texts = textsOf(words, id);
  const section = sectionOf(id);
  return (
    <PersonPage
      person={person}
      section="about"
      title={about.historyTitle(texts.title)}
      back={{ href: `/people/${person.id}/about/${id}`, text: texts.title }}
    >
      {versions.length === 0 && <p>{about.none}</p>}
      {versions.map(({ version, content, savedBy, savedAt }, n) => {
        const before = versions[n + 1]?.content ?? {};
        const said = (name: string, from: SectionVersion['content']) => {
          const field = section.fields[name];
          return (field && answerInWords(field, from[name], texts.fields[name]).join('\n')) || about.nothing;
        };
        return (
          <Panel key={version} heading={about.version(versions.length - n)}>
            <p class="bothy-note">{about.saved(names.get(savedBy ?? '')?.name ?? about.somebody, formatDateTime(savedAt, { timeZone }))}</p>
            <Table
              caption={about.version(versions.length - n)}
              captionHidden
              panel={false}
              rows={fieldsChanged(before, content)}
              columns={[
                { header: about.field, rowHeader: true, cell: (name) => texts.fields[name]?.label ?? name },
                { header: about.before, cell: (name) => <Lines text={said(name, before)} /> },
                { header: about.after, cell: (name) => <Lines text={said(name, content)} /> },
              ]}
            />
          </Panel>
        );
      })}
    </PersonPage>
  );
}
