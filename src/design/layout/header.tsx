import { useChrome } from '../context.ts';
import type { NavItem } from '../chrome.ts';
import { House } from './house.tsx';

/** The item that leads here: the longest one whose address begins this path. */
export function currentItem(nav: readonly NavItem[], path: string): NavItem | undefined {
  const leads = ({ href }: NavItem) => path === href || path.startsWith(href.endsWith('/') ? href : `${href}/`);
  return nav.filter((item) => (item.href === '/' ? path === '/' : leads(item))).sort((a, b) => b.href.length - a.href.length)[0];
}

/** As many as fit in a line. */
const inLine = 8;

/** What does not fit is folded away behind one word, without a script. */
function Nav() {
  const { nav, path, words } = useChrome();
  const current = currentItem(nav, path);
  const shown = nav.length > inLine ? inLine - 1 : nav.length;
  return (
    <nav class="bothy-nav" aria-label={words.design.mainNav}>
      <ul class="bothy-nav__list">
        <NavItems items={nav.slice(0, shown)} />
        {nav.length > shown && (
          <li>
            <details class="bothy-nav__more">
              <summary class="bothy-nav__link" {...(current && nav.indexOf(current) >= shown && { 'aria-current': 'true' as const })}>
                {words.design.moreNav}
              </summary>
              <ul class="bothy-nav__rest">
                <NavItems items={nav.slice(shown)} />
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}

function NavItems({ items }: { items: readonly NavItem[] }) {
  const { nav, path } = useChrome();
  const current = currentItem(nav, path);
  return (
    <>
      {items.map((item) => (
        <li key={item.href}>
          <a
            class="bothy-nav__link"
            href={item.href}
            {...(item === current ? { 'aria-current': item.href === path ? ('page' as const) : ('true' as const) } : {})}
          >
            {item.text}
            {item.count !== undefined && item.count > 0 && (
              <>
                {' '}
                <span class="bothy-nav__count">{item.count}</span>
              </>
            )}
          </a>
        </li>
      ))}
    </>
  );
}

function Account() {
  const { asker, words } = useChrome();
  if (!asker) return null;
  return (
    <div class="bothy-account">
      <p class="bothy-account__who">
        <span class="nhsuk-u-visually-hidden">{words.design.signedInAs} </span>
        <strong>{asker.name}</strong> <span class="bothy-account__role">{asker.roleLine}</span>
      </p>
      <form class="bothy-account__form" action="/sign-out" method="post">
        <button class="bothy-account__out" type="submit">
          {words.design.signOut}
        </button>
      </form>
    </div>
  );
}

export function Brand({ href = '/' }: { href?: string }) {
  return (
    <a class="bothy-brand" href={href}>
      <House />
      <span>{useChrome().programme.name}</span>
    </a>
  );
}

/** On a phone the menu is a `details` whose state shows or hides what follows it: no script needed. */
export function Header() {
  const { nav, asker, words } = useChrome();
  const hasMenu = nav.length > 0 || asker !== undefined;
  return (
    <header class="bothy-bar">
      <div class="nhsuk-width-container bothy-bar__in">
        <Brand />
        {hasMenu && (
          <>
            <details class="bothy-menu">
              <summary class="bothy-menu__button">{words.design.menu}</summary>
            </details>
            <div class={`bothy-bar__more${asker ? '' : ' bothy-bar__more--inline'}`}>
              <Account />
              {nav.length > 0 && <Nav />}
            </div>
          </>
        )}
      </div>
    </header>
  );
}
