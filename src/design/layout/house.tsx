/** The mark of the house: always the same, whatever the programme's colour. */
export const House = () => (
  <svg class="bothy-house" viewBox="0 0 40 40" width="34" height="34" aria-hidden="true" focusable="false">
    <path class="bothy-house__wall" d="M28 7h4v10h-4zM4 34V20L20 8l16 12v14Z" />
    <path class="bothy-house__roof" d="M20 4 39 19l-2.4 3L20 9 3.4 22 1 19Z" />
    <rect class="bothy-house__door" x="16" y="22" width="8" height="12" rx="1" />
  </svg>
);
