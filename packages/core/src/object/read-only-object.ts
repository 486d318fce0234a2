import type { NetlinkObject } from "./netlink-object.js";

/** An object that the kernel only tells of. */
export type ReadOnlyObject<T extends object, Q extends object = T> = Omit<
  NetlinkObject<T, Q>,
  "add$" | "append$" | "change$" | "replace$" | "delete$" | "flush$" | "batch$"
>;
