import { dialled, type HelpLine } from '../help-line.ts';

/** Whom to ring now. On a telephone, one touch rings. */
export const HelpLines = ({ lines }: { lines: readonly HelpLine[] }) => (
  <ul class="bothy-help">
    {lines.map(({ when, label, number }) => (
      <li class="bothy-help__line" key={`${label} ${number}`}>
        <span class="bothy-help__who">
          <strong>{label}</strong>
          {when && <span>{when}</span>}
        </span>
        {number && (
          <a class="bothy-help__number" href={`tel:${dialled(number)}`}>
            {number}
          </a>
        )}
      </li>
    ))}
  </ul>
);
