import type { InTable } from "./messages.js";

/** Part of the ruleset to watch; all of it by default. */
export interface RulesetScope {
  /** Family of its tables. */
  readonly family?: InTable["family"];
  /** Name of its tables; those of different families may share one. */
  readonly table?: string;
  /** False leaves the elements of sets out. */
  readonly elements?: boolean;
}

/** Returns true if the table of an object is in the scope. */
export function isInScope({ family, table }: RulesetScope, object: InTable): boolean {
  return (
    (family === undefined || family === object.family) && (table === undefined || table === object.table)
  );
}
