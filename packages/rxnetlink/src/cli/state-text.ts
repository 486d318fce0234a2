import { type Difference, deepEqual } from "@rxnetlink/core";
import type { StateDifference, StateResync } from "@rxnetlink/core/internal";
import { addressObject, linkObject, routeObject } from "@rxnetlink/route";
import { describe } from "./text.js";

type Members = Readonly<Record<string, unknown>>;

/** Members of each object that change by themselves. */
const VOLATILE = Object.fromEntries(
  [linkObject, addressObject, routeObject].map(({ name, state }) => [name, new Set(state?.volatile)]),
);

/** A member that changed, with its values where these are short; of flags the line itself has the names. */
function changedMember(key: string, was: unknown, is: unknown): string {
  const short = (value: unknown) => typeof value !== "object" || value === null;
  if (key === "flags" || !short(was) || !short(is)) return key;
  return `${key} ${was ?? "-"} → ${is ?? "-"}`;
}

/** The members in which two values differ, but for those that change by themselves. */
export function changedMembers(previous: object, current: object, ignored: ReadonlySet<string>): string[] {
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

/** What happens to state, in one line: `+` is added, `~` changed, `-` removed, `!` about the stream itself. */
export function stateText(event: StateDifference<object> | StateResync): string {
  if (event.type === "difference") return differenceText(event.object, event.difference);
  const { drops, changes } = event;
  const lost = `! the receive buffer overflowed, ${drops ?? "some"} events are lost so far`;
  return `${lost}; listed again: ${changes} changes found`;
}
