/** A word for a priority. */
interface Named {
  readonly word: string;
  readonly priority: number;
  /** Families that have it; absent for all but bridge. */
  readonly families?: readonly string[];
  /** Hook that has it; absent for any. */
  readonly hook?: string;
}

const IP = ["ipv4", "ipv6", "inet"];
const NAMED: readonly Named[] = [
  { word: "raw", priority: -300, families: IP },
  { word: "mangle", priority: -150, families: IP },
  { word: "dstnat", priority: -100, families: IP, hook: "prerouting" },
  { word: "filter", priority: 0 },
  { word: "security", priority: 50, families: IP },
  { word: "srcnat", priority: 100, families: IP, hook: "postrouting" },
];
const OF_BRIDGE: readonly Named[] = [
  { word: "dstnat", priority: -300, hook: "prerouting" },
  { word: "filter", priority: -200 },
  { word: "out", priority: 100, hook: "output" },
  { word: "srcnat", priority: 300, hook: "postrouting" },
];

/** Distance up to which nft names a priority by another one. */
const REACH = 10;

/** Returns a priority as nft prints it: `"filter + 3"`, or the number. */
export function priorityText(family: string, hook: unknown, priority: number): string {
  const near = (family === "bridge" ? OF_BRIDGE : NAMED).find(
    (one) => Math.abs(priority - one.priority) <= REACH,
  );
  const fits = near && (near.hook ?? hook) === hook && (near.families ?? [family]).includes(family);
  if (!near || !fits) return String(priority);
  const offset = priority - near.priority;
  return offset === 0 ? near.word : `${near.word} ${offset > 0 ? "+" : "-"} ${Math.abs(offset)}`;
}
