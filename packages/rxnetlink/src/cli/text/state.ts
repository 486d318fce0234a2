import type { Difference } from "@rxnetlink/core";
import type { StateDifference, StateResync } from "@rxnetlink/core/internal";
import { changesText } from "./changed.js";
import type { Wording, Wordings } from "./wording.js";

/** Formats a difference as one line: `+` added, `~` changed, `-` removed. */
export function differenceText(
  { name, volatile, describe, identify, jsonOf }: Wording,
  { type, current, previous }: Difference<object>,
): string {
  if (type === "added") return `+ ${name} ${describe(current)}`;
  if (type === "removed") return `- ${name} ${describe(previous)}`;
  return `~ ${name} ${identify(current)} (${changesText(jsonOf(previous), jsonOf(current), volatile)})`;
}

/** Formats what repaired the state after a loss. */
export function resyncText({ drops, changes }: Pick<StateResync, "drops" | "changes">): string {
  const lost = `! the receive buffer overflowed, ${drops ?? "some"} events lost so far`;
  return `${lost}; listed again: ${changes} changes found`;
}

/** Formats an event of the state as one line; `!` is about the stream itself. */
export function stateText(event: StateDifference<object> | StateResync, wordings: Wordings): string {
  if (event.type === "difference") return differenceText(wordings.get(event.object)!, event.difference);
  return resyncText(event);
}
