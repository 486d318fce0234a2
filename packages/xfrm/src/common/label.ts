import type { ObjectDefinition, RequestLabel } from "@rxnetlink/core";

/** Returns the label of a request for a verb that only this object has. */
export function labelOf(
  { name, namedBy = [] }: Pick<ObjectDefinition<never>, "name" | "namedBy">,
  verb: string,
): RequestLabel {
  return { object: name, verb, namedBy: namedBy as readonly string[] };
}
