/** Something that keys do. */
export interface Key {
  /** Keys as they are shown. */
  readonly shown: readonly string[];
  /** What they do. */
  readonly does: string;
}

/** All keys, in the order in which they are listed. */
export const KEYS: readonly Key[] = [
  { shown: ["/"], does: "Search" },
  { shown: ["←", "↑", "→", "↓"], does: "Select the next link in that direction" },
  { shown: ["p"], does: "Select the other end of the link" },
  { shown: ["Esc"], does: "Close, or select nothing" },
  { shown: ["f"], does: "Show everything" },
  { shown: ["+", "−"], does: "Zoom in or out" },
  { shown: ["[", "]"], does: "Go to the previous or next event" },
  { shown: ["Space"], does: "Play the past, or pause" },
  { shown: ["l"], does: "Go back to the present" },
  { shown: ["t"], does: "Change between dark and light" },
  { shown: ["?"], does: "List the keys" },
];
