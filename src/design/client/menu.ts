/** Escape closes the open menu and gives the focus back to its button. */
export function closeMenus(): void {
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.bothy-menu[open], details.bothy-nav__more[open]')) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
