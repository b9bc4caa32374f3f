import { useWords } from '../context.ts';

export type DotKind = 'late' | 'hold' | 'ok' | 'waiting' | 'closed';

type Props = {
  kind: DotKind;
  /** Said in place of the kind's own word. */
  text?: string | undefined;
  /** Hidden only where the same row already says it in words. */
  textHidden?: boolean | undefined;
};

/** Each kind has its own shape as well as its colour. */
export const Dot = ({ kind, text, textHidden }: Props) => (
  <span class={`bothy-dot bothy-dot--${kind}`}>
    <svg class="bothy-dot__mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      {marks[kind]}
    </svg>
    <span class={textHidden ? 'nhsuk-u-visually-hidden' : 'bothy-dot__text'}>{text ?? useWords().design.status[kind]}</span>
  </span>
);

const marks = {
  late: <path d="M6 .6 11.8 11H.2Z" />,
  hold: <path d="M1.5 1h3.4v10H1.5zM7.1 1h3.4v10H7.1z" />,
  ok: <circle cx="6" cy="6" r="5" />,
  waiting: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="2.4" />,
  closed: <path d="M1 4.4h10v3.2H1z" />,
};
