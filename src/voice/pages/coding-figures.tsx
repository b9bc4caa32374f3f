import { Table, useWords } from '../../design/index.ts';
import type { AgreementSeen } from '../index.ts';

type All = AgreementSeen['all'];
type Line = { what: string; value: string; range: string; hint: string };

/** How far readers agree, over everything that was asked; with why there is no number where there is none. */
export function Figures({ all, names }: { all: All; names: ReadonlyMap<string, string> }) {
  const { agreement: words, thoughts } = useWords().coding;
  const { percent, alpha, between, fleiss, pairs } = all;
  // Where a reader always said the same, or all always agreed, the interval has no width, and says nothing.
  const range = ({ low, high }: { low: number; high: number }) => (high - low > 1e-9 ? words.between(low, high) : '');
  const name = (coder: string) => names.get(coder) ?? thoughts.somebody;
  const lines: Line[] = [
    {
      what: words.percent,
      hint: words.percentLong,
      range: '',
      value: percent.ok ? words.share(percent.value.value) : words.why[percent.error],
    },
    {
      what: words.alpha,
      hint: words.alphaLong,
      value: alpha.ok ? words.number(alpha.value.value) : words.why[alpha.error],
      range: between.ok ? range(between.value) : '',
    },
    ...pairs.map(({ one, other, kappa }) => ({
      what: words.kappa,
      hint: words.and(name(one), name(other)),
      value: kappa.ok ? words.number(kappa.value.value) : words.why[kappa.error],
      range: kappa.ok ? range(kappa.value) : '',
    })),
    // Of two readers Cohen's says it.
    ...(fleiss.ok && fleiss.value.coders < 3
      ? []
      : [
          {
            what: words.fleiss,
            hint: words.fleissLong,
            value: fleiss.ok ? words.number(fleiss.value.value) : words.why[fleiss.error],
            range: fleiss.ok ? range(fleiss.value) : '',
          },
        ]),
  ];
  return (
    <Table<Line>
      caption={words.figures}
      captionHidden
      rows={lines}
      columns={[
        {
          header: words.parts.what,
          rowHeader: true,
          cell: ({ what, hint }) => (
            <>
              {what}
              <span class="bothy-note bothy-block">{hint}</span>
            </>
          ),
        },
        { header: words.parts.value, cell: ({ value }) => value },
        { header: words.range, cell: ({ range }) => range },
      ]}
    />
  );
}
