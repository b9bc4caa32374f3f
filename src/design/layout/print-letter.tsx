import type { ComponentChildren } from 'preact';
import { Button } from '../components/button.tsx';
import { Lines } from '../components/lines.tsx';
import { useChrome, useWords } from '../context.ts';
import { formatDate } from '../dates.ts';
import { WayBack } from './way-back.tsx';
import { Document } from './document.tsx';
import { House } from './house.tsx';

type Props = {
  title: string;
  programme: string;
  /** Names and addresses, one line each. */
  to: string;
  from: string;
  date: Date | string;
  reference?: string | undefined;
  back?: { href: string; text?: string | undefined } | undefined;
  children: ComponentChildren;
};

export function PrintLetter({ title, programme, to, from, date, reference, back, children }: Props) {
  const words = useWords().design;
  const { lang } = useChrome();
  return (
    <Document title={title} bodyClass="bothy-letter-page">
      <div class="bothy-letter-tools">
        {back && <WayBack {...back} />}
        <print-button hidden>
          <Button type="button" variant="secondary" small>
            {words.print}
          </Button>
        </print-button>
      </div>
      <main class="bothy-letter" id="main">
        <div class="bothy-letter__head">
          <House />
          <span>{programme}</span>
        </div>
        <div class="bothy-letter__parties">
          <p class="bothy-letter__to">
            <Lines text={to} />
          </p>
          <p class="bothy-letter__from">
            <Lines text={from} />
            <br />
            <br />
            {formatDate(date, { lang })}
            {reference !== undefined && (
              <>
                <br />
                {words.letter.reference} {reference}
              </>
            )}
          </p>
        </div>
        <h1 class="bothy-letter__subject">{title}</h1>
        {children}
      </main>
    </Document>
  );
}
