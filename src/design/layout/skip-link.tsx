import { useWords } from '../context.ts';

export const SkipLink = ({ href = '#main' }: { href?: string }) => (
  <a class="nhsuk-skip-link" data-module="nhsuk-skip-link" href={href}>
    {useWords().design.skip}
  </a>
);
