import type { ComponentChildren } from 'preact';

export type Stat = {
  figure: ComponentChildren;
  text: ComponentChildren;
  late?: boolean | undefined;
  href?: string | undefined;
};

export const Stats = ({ items }: { items: readonly Stat[] }) => (
  <ul class="bothy-stats">
    {items.map(({ figure, text, late, href }, index) => (
      <li class={`bothy-stat${late ? ' bothy-stat--late' : ''}`} key={index}>
        <span class="bothy-stat__figure">{figure}</span>{' '}
        <span class="bothy-stat__text">{href === undefined ? text : <a href={href}>{text}</a>}</span>
      </li>
    ))}
  </ul>
);
