import type { ComponentChildren } from 'preact';
import { Heading, type HeadingLevel } from './heading.tsx';
import { HiddenText } from './hidden-text.tsx';

export type CardAction = { href: string; text: string; about?: string | undefined };

type Props = {
  heading?: string | undefined;
  headingLevel?: HeadingLevel | undefined;
  headingSize?: 's' | 'm' | 'l' | undefined;
  /** The heading becomes a link. */
  href?: string | undefined;
  /** With `href`: the whole card can be pressed. */
  clickable?: boolean | undefined;
  feature?: boolean | undefined;
  description?: string | undefined;
  actions?: CardAction[] | undefined;
  children?: ComponentChildren;
};

const Actions = ({ actions, heading }: { actions: CardAction[]; heading: string | undefined }) => (
  <ul class="nhsuk-card__actions">
    {actions.map(({ href, text, about }) => (
      <li class="nhsuk-card__action" key={href}>
        <a class="nhsuk-link" href={href}>
          {text}
          {(about ?? heading) && <HiddenText> ({about ?? heading})</HiddenText>}
        </a>
      </li>
    ))}
  </ul>
);

export function Card({ heading, headingLevel = 2, headingSize, href, clickable, feature, ...rest }: Props) {
  const title = heading !== undefined && (
    <Heading level={headingLevel} class={`nhsuk-card__heading${headingSize ? ` nhsuk-heading-${headingSize}` : ''}`}>
      {href === undefined ? (
        heading
      ) : (
        <a class="nhsuk-card__link" href={href}>
          {heading}
        </a>
      )}
    </Heading>
  );
  const kind = `${feature ? ' nhsuk-card--feature' : ''}${clickable ? ' nhsuk-card--clickable' : ''}`;
  return (
    <div class={`nhsuk-card${kind}`}>
      {rest.actions && (
        <div class="nhsuk-card__heading-container">
          {title}
          <Actions actions={rest.actions} heading={heading} />
        </div>
      )}
      <div class="nhsuk-card__content">
        {!rest.actions && title}
        {rest.description !== undefined && <p class="nhsuk-card__description">{rest.description}</p>}
        {rest.children}
      </div>
    </div>
  );
}
