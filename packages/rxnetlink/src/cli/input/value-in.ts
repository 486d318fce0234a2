import { definitionOf, type NetlinkObject } from "@rxnetlink/core";
import { readAssignments } from "./assignments.js";

/**
 * Parses the words of a command into a value of its object.
 *
 * @throws UsageError with the path that does not fit.
 */
export function valueIn(verbs: NetlinkObject<object>, words: readonly string[]): Record<string, unknown> {
  const { layout, namedBy } = definitionOf(verbs);
  return readAssignments(layout, words, String(namedBy?.[0]));
}
