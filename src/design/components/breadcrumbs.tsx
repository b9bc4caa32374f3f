import { useWords } from '../context.ts';
import { HiddenText } from './hidden-text.tsx';

export type Crumb = { href: string; text: string };

export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const words = useWords().design;
  const last = items.at(-1);
  return (
    <nav class="nhsuk-breadcrumb" aria-label={words.breadcrumb}>
      <ol class="nhsuk-breadcrumb__list">
        {items.map(({ href, text }) => (
          <li class="nhsuk-breadcrumb__list-item" key={href}>
            <a class="nhsuk-breadcrumb__link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ol>
      {last && (
        <a class="nhsuk-back-link" href={last.href}>
          <HiddenText>{words.backTo} </HiddenText>
          {last.text}
        </a>
      )}
    </nav>
  );
}
