import type { Infer } from "@rxnetlink/core/schema";
import type { nfproto } from "../../common/nfgenmsg.js";
import type { Tuple } from "./layout.js";

/** Returns the family of the addresses of the first tuple that has some. */
export function familyOf(...tuples: readonly (Tuple | undefined)[]): Infer<typeof nfproto> | undefined {
  for (const tuple of tuples) {
    const address = tuple?.ip?.src ?? tuple?.ip?.dst;
    if (address !== undefined) return address.includes(":") ? "ipv6" : "ipv4";
  }
  return undefined;
}
