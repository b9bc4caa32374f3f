import { useWords } from '../context.ts';

/** A plain link that leaves; with JavaScript this page also leaves the history, and Escape three times does it. */
export function QuickExit({ href = 'https://www.bbc.co.uk/weather' }: { href?: string }) {
  const words = useWords().design;
  return (
    <quick-exit class="bothy-exit" role="region" aria-label={words.leave}>
      <a class="bothy-exit__link" href={href} rel="nofollow noreferrer" data-hint={words.leaveHint}>
        {words.leave}
      </a>
    </quick-exit>
  );
}
