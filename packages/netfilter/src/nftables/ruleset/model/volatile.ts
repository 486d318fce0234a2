import type { StatefulObject } from "../../object/layout.js";

//  Members that the kernel changes silently. They do not count as changes.

const USE = ["use"];
const COUNTER = ["packets", "bytes"];

/** Of a table. */
export const tableVolatile: ReadonlySet<string> = new Set(USE);
/** Of a chain. */
export const chainVolatile: ReadonlySet<string> = new Set([...USE, ...COUNTER]);
/** Of a rule: a rule never changes, so whatever differs is state of its expressions. */
export const ruleVolatile: ReadonlySet<string> = new Set(["expressions"]);
/** Of a set. */
export const setVolatile: ReadonlySet<string> = new Set(["count"]);
/** Of an element. */
export const elementVolatile: ReadonlySet<string> = new Set(["expiration", "expr", "expressions"]);
/** Of a flowtable. */
export const flowtableVolatile: ReadonlySet<string> = new Set(USE);

const COUNTER_OBJECT: ReadonlySet<string> = new Set([...USE, ...COUNTER]);
const OTHER_OBJECT: ReadonlySet<string> = new Set([...USE, "consumed"]);

/** Returns the volatile members of a stateful object: `bytes` of a counter are counted, those of a quota are its limit. */
export function objectVolatile({ type }: StatefulObject): ReadonlySet<string> {
  return type === "counter" ? COUNTER_OBJECT : OTHER_OBJECT;
}
