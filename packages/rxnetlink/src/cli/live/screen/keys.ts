/** The keys of a screen, for its help. */
export const KEYS: readonly (readonly [keys: string, meaning: string])[] = [
  ["↑ ↓ j k", "scroll by a row"],
  ["page keys", "scroll by a page"],
  ["g G home end", "go to the first or last row"],
  ["← → h l", "scroll by a column"],
  ["tab 1 … 9", "show another table"],
  ["/", "filter by a text, or a condition (mtu>1500); escape ends it"],
  ["< >", "sort by another column; before the first, not at all"],
  ["r", "reverse the order"],
  ["space p", "pause, and go on"],
  ["?", "show and hide this help"],
  ["ctrl-z", "suspend; fg goes on"],
  ["q ctrl-c", "quit"],
];
