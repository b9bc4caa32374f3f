import { useWords } from '../context.ts';
import { HiddenText } from './hidden-text.tsx';
import { ArrowLeft, ArrowRight } from './icons.tsx';

export type PageLink = { href: string; text: string };

/** `label` tells two of them on one page apart. */
type Shared = { label?: string | undefined };
type StepProps = Shared & { previous?: PageLink | undefined; next?: PageLink | undefined };
type NumberedProps = Shared & { page: number; pages: number; href: (page: number) => string };

function Step({ to, kind }: { to: PageLink; kind: 'prev' | 'next' }) {
  const { pagination } = useWords().design;
  return (
    <li class={`nhsuk-pagination-item--${kind === 'prev' ? 'previous' : 'next'}`}>
      <a class={`nhsuk-pagination__link nhsuk-pagination__link--${kind}`} href={to.href} rel={kind}>
        <span class="nhsuk-pagination__title">
          {kind === 'prev' ? pagination.previous : pagination.next}
          <HiddenText> {pagination.page}</HiddenText>
        </span>
        <HiddenText>:</HiddenText>
        <span class="nhsuk-pagination__page">{to.text}</span>
        {kind === 'prev' ? <ArrowLeft /> : <ArrowRight />}
      </a>
    </li>
  );
}

function Numbered({ page, pages, href, label }: NumberedProps) {
  const { pagination } = useWords().design;
  const title = (text: string) => (
    <span class="nhsuk-pagination__title">
      {text}
      <HiddenText> {pagination.page}</HiddenText>
    </span>
  );
  return (
    <nav class="nhsuk-pagination nhsuk-pagination--numbered" role="navigation" aria-label={label ?? pagination.label}>
      {page > 1 && (
        <a class="nhsuk-pagination__previous" href={href(page - 1)} rel="prev">
          <ArrowLeft />
          {title(pagination.previous)}
        </a>
      )}
      <ul class="nhsuk-pagination__list">
        {shownPages(page, pages).map((n, index) =>
          n === 'gap' ? (
            <li class="nhsuk-pagination__item nhsuk-pagination__item--ellipsis" key={`gap-${index}`}>
              ⋯
            </li>
          ) : (
            <li class={`nhsuk-pagination__item${n === page ? ' nhsuk-pagination__item--current' : ''}`} key={n}>
              <a
                class="nhsuk-pagination__link"
                href={href(n)}
                aria-label={pagination.pageNumber(n)}
                {...(n === page ? { 'aria-current': 'page' as const } : {})}
              >
                {n}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <a class="nhsuk-pagination__next" href={href(page + 1)} rel="next">
          {title(pagination.next)}
          <ArrowRight />
        </a>
      )}
    </nav>
  );
}

/** The first, the last, and the neighbours of the current page. */
export function shownPages(page: number, pages: number): (number | 'gap')[] {
  const near = new Set([1, pages, page - 1, page, page + 1].filter((n) => n >= 1 && n <= pages));
  return [...near]
    .sort((a, b) => a - b)
    .flatMap((n, index, all) => {
      const before = all[index - 1];
      if (before === undefined || n - before === 1) return [n];
      return n - before === 2 ? [n - 1, n] : ['gap' as const, n];
    });
}

/** Numbered pages with `page`, `pages` and `href`; a pair of named steps with `previous` and `next`. */
export function Pagination(props: StepProps | NumberedProps) {
  const { pagination } = useWords().design;
  if ('pages' in props) return props.pages > 1 ? <Numbered {...props} /> : null;
  if (!props.previous && !props.next) return null;
  return (
    <nav class="nhsuk-pagination" role="navigation" aria-label={props.label ?? pagination.label}>
      <ul class="nhsuk-list nhsuk-pagination__list">
        {props.previous && <Step to={props.previous} kind="prev" />}
        {props.next && <Step to={props.next} kind="next" />}
      </ul>
    </nav>
  );
}
