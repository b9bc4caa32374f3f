import { Button, Page, Switch, useWords } from '../../design/index.ts';
import type { Leaflet } from '../core/tools-text.ts';
import type { LeafletSeen } from '../index.ts';
import { ToolWords } from './tools-words.tsx';

export const papers = ['a4', 'a5', 'large'] as const;
type Paper = (typeof papers)[number];
export const isPaper = (text: string): text is Paper => (papers as readonly string[]).includes(text);

/** A leaflet as it will be on paper. What is around it is not printed. */
export function LeafletPage({ name, paper, words: own, facts, teams, team }: LeafletSeen & { name: Leaflet; paper: Paper }) {
  const words = useWords().tools;
  const at = (size: Paper, whose = team) => `/tools/leaflets/${name}?size=${size}${teams.length > 1 && whose ? `&team=${whose}` : ''}`;
  return (
    <Page title={words.names[name]} titleHidden back={{ href: '/tools', text: words.title }}>
      <div class="bothy-leaflet-tools">
        <Switch
          label={words.size}
          labelShown
          links={papers.map((size) => ({ href: at(size), text: words.sizes[size], current: size === paper }))}
        />
        {teams.length > 1 && (
          <Switch
            label={words.team}
            labelShown
            links={teams.map(({ id, name: text }) => ({ href: at(paper, id), text, current: id === team }))}
          />
        )}
        <print-button hidden>
          <Button type="button" small>
            {words.print}
          </Button>
        </print-button>
      </div>
      <article class={`bothy-leaflet bothy-leaflet--${paper}`}>
        <h1>{words.names[name]}</h1>
        <ToolWords name={name} words={own} facts={{ ...facts, phone: facts.phone || words.byHand }} level={2} />
      </article>
    </Page>
  );
}
