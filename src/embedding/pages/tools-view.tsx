import { Columns, InsetText, Page, Panel, Table, useWords } from '../../design/index.ts';
import { leaflets, type ToolText } from '../core/tools-text.ts';
import type { ToolsSeen } from '../index.ts';
import { MoneyQuestion, whomOf } from './tools-aids.tsx';
import { papers } from './tools-leaflet.tsx';
import { ToolWords } from './tools-words.tsx';

/** All that a practice is given, on one page. */
export function ToolsPage({ words: own, facts, question, practices, prompting, mayKeep }: ToolsSeen) {
  const words = useWords().tools;
  return (
    <Page title={words.title}>
      <p class="nhsuk-body-l">{words.about}</p>
      <h2>{words.leaflets}</h2>
      <p>{words.leafletsText}</p>
      <ul class="bothy-leaflets">
        {leaflets.map((name) => (
          <li key={name}>
            <h3>
              <a href={`/tools/leaflets/${name}`}>{words.names[name]}</a>
            </h3>
            <p>{words.leafletFor[name]}</p>
            <p>
              {papers.slice(1).map((paper) => (
                <a key={paper} href={`/tools/leaflets/${name}?size=${paper}`} aria-label={`${words.names[name]}: ${words.sizes[paper]}`}>
                  {words.sizes[paper]}
                </a>
              ))}
              {mayKeep && <Change name={name} />}
            </p>
          </li>
        ))}
      </ul>
      <h2>{words.forStaff}</h2>
      <Columns>
        {(['role-card', 'examples'] as const).map((name) => (
          <Panel heading={words.names[name]} level={3} key={name}>
            <div class="bothy-tool-words">
              <ToolWords name={name} words={own} facts={facts} />
            </div>
            {mayKeep && (
              <p>
                <Change name={name} />
              </p>
            )}
          </Panel>
        ))}
      </Columns>
      <Panel heading={words.question.title} level={3}>
        {question ? (
          <div class="bothy-tool-words">
            <MoneyQuestion question={question} />
          </div>
        ) : (
          <InsetText>{words.question.notInUse}</InsetText>
        )}
      </Panel>
      {mayKeep && (
        <>
          <h2>{words.prompts.title}</h2>
          <p>{words.prompts.intro}</p>
          <Table
            caption={words.prompts.listTitle}
            rows={practices}
            columns={[
              { header: words.prompts.practice, cell: ({ id, name }) => <a href={`/tools/prompts/${id}`}>{name}</a>, rowHeader: true },
              {
                header: words.prompts.state,
                cell: ({ id }) => {
                  const rules = prompting.find(({ practice, on }) => on && practice === id);
                  return rules ? words.prompts.on(whomOf(rules, words) || words.question.area) : words.prompts.off;
                },
              },
            ]}
          />
        </>
      )}
    </Page>
  );
}

function Change({ name }: { name: ToolText }) {
  const words = useWords().tools;
  return (
    <a href={`/tools/texts/${name}`} aria-label={`${words.change} ${words.changeThis(words.names[name])}`}>
      {words.change}
    </a>
  );
}
