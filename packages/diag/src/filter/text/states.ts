/** State of a socket, for a filter: its name in the kernel (`TCP_*`). */
export type FilterState =
  | "established"
  | "synSent"
  | "synRecv"
  | "finWait1"
  | "finWait2"
  | "timeWait"
  | "close"
  | "closeWait"
  | "lastAck"
  | "listen"
  | "closing";

/** States in the words of `ss`. */
const WORDS: Readonly<Record<FilterState, string>> = {
  established: "established",
  synSent: "syn-sent",
  synRecv: "syn-recv",
  finWait1: "fin-wait-1",
  finWait2: "fin-wait-2",
  timeWait: "time-wait",
  close: "closed",
  closeWait: "close-wait",
  lastAck: "last-ack",
  listen: "listening",
  closing: "closing",
};

/** All states that filters know. */
export const STATES = Object.keys(WORDS) as readonly FilterState[];

const without = (...left: readonly FilterState[]) => STATES.filter((it) => !left.includes(it));

/** Words for several states, and further ones for a single state. */
const SETS: Readonly<Record<string, readonly FilterState[]>> = {
  all: STATES,
  connected: without("listen", "close"),
  synchronized: without("listen", "close", "synSent"),
  bucket: ["synRecv", "timeWait"],
  big: without("synRecv", "timeWait"),
  close: ["close"],
  unconnected: ["close"],
  listen: ["listen"],
};

const BY_WORD: Readonly<Record<string, readonly FilterState[]>> = {
  ...Object.fromEntries(STATES.map((state) => [WORDS[state], [state]])),
  ...SETS,
};

/** Words that {@link statesOf} knows. */
export const STATE_WORDS: readonly string[] = Object.keys(BY_WORD);

/** Returns the states that a word of `ss` stands for; `undefined` if it stands for none. */
export function statesOf(word: string): readonly FilterState[] | undefined {
  const lower = word.toLowerCase();
  return Object.hasOwn(BY_WORD, lower) ? BY_WORD[lower] : undefined;
}

/** Returns states in the grammar of `ss`. */
export function statesText(states: readonly FilterState[]): string {
  return states.length === 0 ? "exclude all" : states.map((state) => `state ${WORDS[state]}`).join(" ");
}
