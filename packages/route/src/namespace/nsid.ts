import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { attributes, type Infer, message, nest, s32, struct, u32 } from "@rxnetlink/core/schema";
import { addressFamily } from "../common/address-family.js";
import { RTM_DELNSID, RTM_GETNSID, RTM_NEWNSID } from "../common/rtm.js";
import { RTNLGRP_NSID } from "../common/rtnlgrp.js";

/** Generic fixed header: the address family only. */
export const rtgenmsg = struct("rtgenmsg", {
  /** `"unspec"`. */
  family: addressFamily,
});

/** Attributes of namespace ids (`NETNSA_*`). */
export const nsidAttributes = attributes("nsid-attrs", "NETNSA_", {
  /** Namespace id; -1 if there is none. */
  nsid: [1, s32],
  /** Process id of a process in the namespace. Write-only. */
  pid: [2, u32],
  /** File descriptor of the namespace. Write-only. */
  fd: [3, u32],
  /** Id of the namespace whose ids the request is about, instead of the socket's; since 4.20. */
  targetNsid: [4, s32],
  /** Id of the namespace in the socket's namespace; since 4.20. */
  currentNsid: [5, s32],
});

/** Layout of `RTM_*NSID`. */
export const nsidMessage = message("nsid", rtgenmsg, nsidAttributes);
/** The id of one network namespace in another. */
export interface Nsid extends Infer<typeof nsidMessage> {}

/**
 * Namespace id messages (`RTM_*NSID`). An id is assigned once and lasts as long as its namespace: the kernel cannot
 * change or remove it.
 */
export const nsidObject = defineObject({
  name: "nsid",
  namedBy: ["nsid", "pid", "fd"],
  layout: nest<Nsid>(nsidMessage),
  types: { new: RTM_NEWNSID, delete: RTM_DELNSID, get: RTM_GETNSID },
  groups: [RTNLGRP_NSID],
  verbs: ["list", "get", "add", "notify", "watch"],
  filters: [],
  requestOnly: ["targetNsid"],
  state: { identityOf: ({ nsid }) => nsid },
});
/** Verbs of namespace ids. */
export interface Nsids extends ObjectOf<typeof nsidObject> {}
