import { Hono } from 'hono';
import { Page, WarningCallout, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, show } from '../../identity/index.ts';

/** Who to ring now, in the programme's words. */
export const inDangerPage = () =>
  new Hono<Door>().use(allow('find services')).get('/', (c) => show(c, <InDangerPage lines={askerOf(c).programme.settings.inDanger} />));

function InDangerPage({ lines }: { lines: readonly string[] }) {
  const words = useWords().support.inDanger;
  return (
    <Page title={words.title}>
      <WarningCallout heading={words.intro} headingLevel={2}>
        <ul class="nhsuk-list">
          {lines.map((line) => (
            <li class="nhsuk-body-l" key={line}>
              {line}
            </li>
          ))}
        </ul>
      </WarningCallout>
      <p>{words.then}</p>
    </Page>
  );
}
