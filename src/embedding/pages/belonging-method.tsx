import { Page, useWords } from '../../design/index.ts';

/** Where the index comes from, what in it is ours, and what it must not be used for. */
export function MethodPage() {
  const words = useWords().belonging;
  const { method } = words;
  return (
    <Page title={method.title} back={{ href: '/belonging', text: words.title }}>
      <div class="nhsuk-u-reading-width">
        {method.parts.map(({ heading, lines }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        ))}
        <p>
          <a href="/belonging/rules">{words.toRules}</a>
        </p>
        <h2>{method.sources}</h2>
        <ul>
          {method.sourceList.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </div>
    </Page>
  );
}
