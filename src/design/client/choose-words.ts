/** Beside sentences to tick: the very words that are selected in the text are chosen in their place. */
export function chooseWords(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-choose-words]')) {
    const [text, chosen] = [place.querySelector('[data-words]'), place.querySelector('[data-chosen]')];
    const [from, to] = place.querySelectorAll<HTMLInputElement>('input[type="hidden"]');
    if (!text || !chosen || !from || !to) continue;
    place.hidden = false;
    const set = (start: string, end: string, words: string) => {
      [from.value, to.value, chosen.textContent] = [start, end, words];
    };
    document.addEventListener('selectionchange', () => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
      const before = document.createRange();
      before.selectNodeContents(text);
      before.setEnd(range.startContainer, range.startOffset);
      const start = before.toString().length;
      set(String(start), String(start + range.toString().length), range.toString());
    });
    place.querySelector('button')?.addEventListener('click', () => set('', '', ''));
  }
}
