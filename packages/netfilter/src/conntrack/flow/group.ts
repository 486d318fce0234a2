import { EncodeError } from "@rxnetlink/core";
import { filterOf } from "./filter.js";
import type { Conntrack } from "./layout.js";

const MEMBERS: ReadonlySet<string> = new Set(["family", "mark", "markMask"]);

/** `nfgenmsg.version` with which the kernel looks at the family of a flush, since 5.1. */
const BY_FAMILY = 1;

/** Refuses members that not all kernels select by: they would affect other connections too. */
export function checkGroup(given: Partial<Conntrack>, hint: string): void {
  for (const key of Object.keys(given))
    if (!MEMBERS.has(key))
      throw new EncodeError("affects others too, since not all kernels select by it", { hint }).at(key);
}

/** Completes a request that deletes all connections, or those of a family or with a mark. */
export function completeFlush(given: Partial<Conntrack>): Partial<Conntrack> {
  if (Object.keys(given).length === 0) return given;
  checkGroup(given, "flush$ lists and deletes");
  const { family = "unspec", mark } = given;
  if ((family === "unspec" || family === 0) && mark === undefined)
    throw new EncodeError('it leaves no connection out; "all" means all of them');
  return { ...filterOf(given), version: BY_FAMILY };
}
