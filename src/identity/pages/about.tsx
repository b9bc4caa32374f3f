import { Hono } from 'hono';
import { Heading, PlainPage, useWords, WarningCallout } from '../../design/index.ts';
import type { Words } from '../../../locales/en/index.ts';
import { type Door, show } from './door.tsx';

type Name = keyof Words['about'];
type Section = { heading: string; paragraphs?: readonly string[]; points?: readonly string[] };

/** Pages about Bothy itself, to which every footer leads. */
export const aboutPages = () =>
  new Hono<Door>()
    .get('/about', (c) => show(c, <About name="about" />))
    .get('/accessibility', (c) => show(c, <About name="accessibility" />))
    .get('/privacy', (c) => show(c, <About name="privacy" />));

function About({ name }: { name: Name }) {
  const words = useWords().about;
  const { title, intro, sections } = words[name];
  return (
    <PlainPage title={title}>
      <p class="nhsuk-lede-text">{intro}</p>
      {name === 'privacy' && (
        <WarningCallout heading={words.privacy.toCompleteHeading} headingLevel={2}>
          <p>{words.privacy.toComplete}</p>
        </WarningCallout>
      )}
      {(sections as readonly Section[]).map(({ heading, points = [], paragraphs = [] }) => (
        <section key={heading}>
          <Heading class="nhsuk-heading-m">{heading}</Heading>
          {points.length > 0 && paragraphs[0]?.endsWith(':') && <p>{paragraphs[0]}</p>}
          {points.length > 0 && (
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
          {paragraphs
            .filter((paragraph) => points.length === 0 || !paragraph.endsWith(':'))
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </section>
      ))}
    </PlainPage>
  );
}
