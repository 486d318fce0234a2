import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { NFNL_SUBSYS_HOOK, nfnlType } from "../common/subsystem.js";
import { type Hook, hookMessage } from "./layout.js";

/** Requests the functions at a hook. */
export const NFNL_MSG_HOOK_GET = nfnlType(NFNL_SUBSYS_HOOK, 0);

/** Messages of functions at hooks (`NFNL_MSG_HOOK_GET`); since 5.14. */
export const hookObject = defineObject({
  name: "hook",
  namedBy: ["family", "hooknum", "dev"],
  layout: nest<Hook>(hookMessage),
  types: { get: NFNL_MSG_HOOK_GET },
  groups: [],
  verbs: ["list"],
  filters: ["family", "hooknum"],
  // The kernel lists the functions of a link without its name.
  requestOnly: ["dev"],
  corrected: (hook, { dev }) => (typeof dev === "string" ? { ...hook, dev } : hook),
});
/**
 * Verbs of functions at hooks: `list$` needs `family` and `hooknum`, for `netdev` also `dev`, and emits them in the order in
 * which packets pass them. The kernel needs `CONFIG_NETFILTER_NETLINK_HOOK`; without it, errors with `EINVAL`.
 */
export interface Hooks extends ObjectOf<typeof hookObject> {}
