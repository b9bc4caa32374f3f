import { BackLink } from '../components/back-link.tsx';
import { useWords } from '../context.ts';

/** A landmark of its own, since it stands outside the page's main part. */
export const WayBack = ({ href, text }: { href: string; text?: string | undefined }) => (
  <nav aria-label={useWords().design.back}>
    <BackLink href={href}>{text}</BackLink>
  </nav>
);
