import { BOUND } from "../values/bound.js";
import type { NetlinkObject } from "./capabilities.js";

/** An object over a connection, by its path in what a family opens: `"nftables.table"`. */
export type BoundObject = readonly [path: string, object: NetlinkObject<object>];

/** Returns the objects among the members of something that a family opens, and of its members. */
export function boundObjectsOf(opened: object, prefix = ""): BoundObject[] {
  return Object.entries(opened).flatMap(([name, one]): BoundObject[] => {
    if (typeof one !== "object" || one === null || Object.getPrototypeOf(one) !== Object.prototype) return [];
    const inside = boundObjectsOf(one, `${prefix}${name}.`);
    return BOUND in one ? [[prefix + name, one as NetlinkObject<object>], ...inside] : inside;
  });
}
