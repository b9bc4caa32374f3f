import type { ComponentChildren } from 'preact';

type Props = {
  name: string;
  /** Short facts in a line: age, place, language. */
  facts: readonly ComponentChildren[];
  caption?: string | undefined;
  /** A person's pages have their name as h1; give Page `titleHidden` there. */
  level?: 1 | 2 | undefined;
  tags?: ComponentChildren;
  children?: ComponentChildren;
};

/** Who this is about, at the head of every page about them. */
export function PersonBanner({ name, facts, caption, level = 2, tags, children }: Props) {
  const Name = level === 1 ? 'h1' : 'h2';
  return (
    <div class="bothy-person">
      {caption && <p class="bothy-person__caption">{caption}</p>}
      <Name class="bothy-person__name">{name}</Name>
      <ul class="bothy-person__facts">
        {facts.map((fact, index) => (
          <li key={index}>{fact}</li>
        ))}
      </ul>
      {tags && <div class="bothy-person__tags">{tags}</div>}
      {children}
    </div>
  );
}
