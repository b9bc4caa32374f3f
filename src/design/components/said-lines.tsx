import type { ComponentChildren } from 'preact';

type SaidLine = { deep: number; text: ComponentChildren };

/** Lines of a record, as somebody else keeps it. An empty line parts two things of a list. */
export const SaidLines = ({ lines }: { lines: readonly SaidLine[] }) => (
  <ul class="bothy-said">
    {lines.map(({ deep, text }, nth) =>
      text === '' ? (
        <li class="bothy-said__break" aria-hidden="true" key={nth} />
      ) : (
        <li class={deep ? `bothy-said__line--${Math.min(deep, 3)}` : undefined} key={nth}>
          {text}
        </li>
      ),
    )}
  </ul>
);
