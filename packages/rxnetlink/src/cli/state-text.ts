import { type Difference, deepEqual } from "@rxnetlink/core";
import type { StateDifference, StateResync } from "@rxnetlink/core/internal";
import { addressObject, linkObject, routeObject } from "@rxnetlink/route";
import { describe } from "./text.js";

type Members = Readonly<Record<string, unknown>>;

/** Counters and timers of each object, which do not count as changes. */
const VOLATILE = Object.fromEntries(
  [linkObject, addressObject, routeObject].map(({ name, state }) => [name, new Set(state?.volatile)]),
);

/** Formats a changed member, with its values if they are short; flags are named elsewhere in the line. */
function changedMember(key: string, was: unknown, is: unknown): string {
  const short = (value: unknown) => typeof value !== "object" || value === null;
  if (key === "flags" || !short(was) || !short(is)) return key;
  return `${key} ${was ?? "-"} → ${is ?? "-"}`;
}

/** The members in which two values differ, without the ignored ones. */
function changedMembers(previous: object, current: object, ignored: ReadonlySet<string>): string[] {
  const [was, is] = [previous as Members, current as Members];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((key) => !ignored.has(key) && !deepEqual(was[key], is[key], ignored))
    .map((key) => changedMember(key, was[key], is[key]));
}

function differenceText(object: string, difference: Difference<object>): string {
  const { type, current, previous } = difference;
  const line = (sign: string, value: object) => `${sign} ${object.padEnd(7)} ${describe(object, value)}`;
  if (type === "added") return line("+", current);
  if (type === "removed") return line("-", previous);
  const changed = changedMembers(previous, current, VOLATILE[object]!);
  return `${line("~", current)} (${changed.join(", ")})`;
}

/** Formats an event of the state as one line: `+` added, `~` changed, `-` removed, `!` about the stream itself. */
export function stateText(event: StateDifference<object> | StateResync): string {
  if (event.type === "difference") return differenceText(event.object, event.difference);
  const { drops, changes } = event;
  const lost = `! the receive buffer overflowed, ${drops ?? "some"} events lost so far`;
  return `${lost}; listed again: ${changes} changes found`;
}
