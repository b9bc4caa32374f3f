import type { ComponentChildren } from 'preact';
import { useChrome } from '../context.ts';
import { calendarDay, formatFullDate, formatTime } from '../dates.ts';
import { Heading, type HeadingLevel } from './heading.tsx';

export type TimelineEntry = {
  at: Date;
  what: ComponentChildren;
  who?: string | undefined;
  detail?: ComponentChildren;
  late?: boolean | undefined;
};

type Props = {
  entries: readonly TimelineEntry[];
  headingLevel?: HeadingLevel | undefined;
  timeZone?: string | undefined;
};

/** What happened, day by day, in the order given. */
export function Timeline({ entries, headingLevel = 3, timeZone = 'Europe/London' }: Props) {
  const { lang } = useChrome();
  const days = Map.groupBy(entries, ({ at }) => calendarDay(at, timeZone));
  return (
    <div class="bothy-timeline">
      {[...days].map(([day, ofDay]) => (
        <section class="bothy-timeline__day" key={day}>
          <Heading level={headingLevel} class="bothy-timeline__date">
            {formatFullDate(day, { lang })}
          </Heading>
          <ol class="bothy-timeline__list">
            {ofDay.map(({ at, what, who, detail, late }, index) => (
              <li class={`bothy-timeline__entry${late ? ' bothy-timeline__entry--late' : ''}`} key={index}>
                <div class="bothy-timeline__what">{what}</div>
                {detail !== undefined && <div class="bothy-timeline__detail">{detail}</div>}
                <div class="bothy-timeline__who">
                  <time datetime={at.toISOString()}>{formatTime(at, { lang, timeZone })}</time>
                  {who !== undefined && <> · {who}</>}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
