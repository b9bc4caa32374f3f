type Props = { label: string; labelShown?: boolean; links: readonly { href: string; text: string; current: boolean }[] };

/** A few views of one thing in a line, each a step away. */
export const Switch = ({ label, labelShown, links }: Props) => (
  <nav class="bothy-switch" aria-label={label}>
    {labelShown && <span class="bothy-note">{label}</span>}
    {links.map(({ href, text, current }) => (
      <a href={href} key={href} {...(current ? { 'aria-current': 'page' as const } : {})}>
        {text}
      </a>
    ))}
  </nav>
);
