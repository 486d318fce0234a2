import { leavesOf } from "./leaves.js";

type Leaves = ReadonlyMap<string, unknown>;

/** The members of a value in the form of `toJson()` by path, without counters and timers at any depth. */
const kept = (json: object, volatile: ReadonlySet<string>): Leaves =>
  new Map([...leavesOf(json)].filter(([path]) => !path.split(/[.[]/).some((key) => volatile.has(key))));

const shown = (leaf: unknown) => (leaf === undefined || leaf === "" ? "-" : String(leaf));

/** Formats the words that came to a list and left it: `+up -loopback`. */
function wordsText(was: readonly unknown[], is: readonly unknown[]): string {
  const added = is.filter((word) => !was.includes(word)).map((word) => `+${word}`);
  const removed = was.filter((word) => !is.includes(word)).map((word) => `-${word}`);
  return [...added, ...removed].join(" ");
}

/** Describes the change of a member: `mtu 1500 → 1400`. */
export function changeText(path: string, was: unknown, is: unknown): string {
  const words = Array.isArray(was) && Array.isArray(is) ? wordsText(was, is) : "";
  return words === "" ? `${path} ${shown(was)} → ${shown(is)}` : `${path} ${words}`;
}

/** The leaves in which two values differ: path, value before, value after. */
function differences(previous: object, current: object, volatile: ReadonlySet<string>) {
  const [was, is] = [kept(previous, volatile), kept(current, volatile)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => [path, was.get(path), is.get(path)] as const)
    .filter(([, before, after]) => String(before) !== String(after));
}

/** Returns the paths at which two values differ, as {@link changesText} describes them. */
export const changedPaths = (previous: object, current: object, volatile: ReadonlySet<string>): string[] =>
  differences(previous, current, volatile).map(([path]) => path);

/**
 * Describes the members in which two values differ: `mtu 1500 → 1400`, `flags +up`.
 *
 * @param volatile - Members that do not count: counters and timers.
 */
export const changesText = (previous: object, current: object, volatile: ReadonlySet<string>): string =>
  differences(previous, current, volatile)
    .map(([path, was, is]) => changeText(path, was, is))
    .join(", ");
