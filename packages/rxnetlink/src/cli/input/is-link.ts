import type { AnyType } from "@rxnetlink/core/schema";

/** Index that stands for any link. */
const ANY = 7;
const anyLink = { scope: { value: {}, parent: undefined, depth: 0 }, indexOf: () => ANY };

/** Returns true for the type of an index of a link, for which requests take the name. */
export function isLink(type: AnyType): boolean {
  try {
    return type.expand?.("name", "key", anyLink)?.key === ANY;
  } catch {
    return false;
  }
}
