type Drawer = { drawTiles(element: HTMLElement): void };

/** Offers a street map. Nothing is asked of whoever has the pictures until somebody presses the button. */
export function offerTileMaps(): void {
  for (const element of document.querySelectorAll<HTMLElement>('tile-map')) {
    const offer = element.querySelector<HTMLElement>('.bothy-map__offer');
    const { script, style } = element.dataset;
    if (!offer || !script || !style) continue;
    offer.hidden = false;
    offer.querySelector('button')?.addEventListener('click', () => {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: style });
      link.addEventListener('load', () => void import(script).then(({ drawTiles }: Drawer) => drawTiles(element)));
      document.head.append(link);
    });
  }
}
