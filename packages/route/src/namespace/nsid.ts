import {
  attributes,
  type Infer,
  message,
  nest,
  type ObjectDefinition,
  s32,
  struct,
  u32,
} from "@rxnetlink/core";
import { addressFamily } from "../common/address-family.js";
import { RTM_DELNSID, RTM_GETNSID, RTM_NEWNSID } from "../common/rtm.js";
import { RTNLGRP_NSID } from "../common/rtnlgrp.js";

/** The header of messages that have no other. */
export const rtgenmsg = struct("rtgenmsg", {
  /** `"unspec"`. */
  family: addressFamily,
});

/** The attributes of namespace ids (`NETNSA_*`). */
export const nsidAttributes = attributes("nsid-attrs", "NETNSA_", {
  /** The id; -1 where there is none. */
  nsid: [1, s32],
  /** A process in the namespace. Write-only. */
  pid: [2, u32],
  /** A descriptor of the namespace. Write-only. */
  fd: [3, u32],
  /** Id of the namespace that asks, in place of the socket's; since 4.20. */
  targetNsid: [4, s32],
  /** The id that the namespace has in the socket's; since 4.20. */
  currentNsid: [5, s32],
});

/** The layout of `RTM_*NSID`. */
export const nsidMessage = message("nsid", rtgenmsg, nsidAttributes);
/** The id that one network namespace has in another. */
export interface Nsid extends Infer<typeof nsidMessage> {}

/**
 * Messages of namespace ids (`RTM_*NSID`). One is given once and ends with its namespace: the kernel has no
 * request that changes or removes it.
 */
export const nsidObject: ObjectDefinition<Nsid> = {
  name: "nsid",
  namedBy: ["nsid", "pid", "fd"],
  layout: nest<Nsid>(nsidMessage),
  types: { new: RTM_NEWNSID, delete: RTM_DELNSID, get: RTM_GETNSID },
  groups: [RTNLGRP_NSID],
  filters: [],
  selectors: ["targetNsid"],
  changeFlags: 0,
  state: { identityOf: ({ nsid }) => nsid },
};
