import {
  attributes,
  flags,
  type Infer,
  indexedArray,
  message,
  nest,
  readOnly,
  string,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Facts about a command (`GENL_*`). */
export const operationFlags = flags("GENL_", u32, {
  /** Needs `CAP_NET_ADMIN` in the initial user namespace. */
  adminPerm: 0x1,
  /** Answers single requests. */
  cmdCapDo: 0x2,
  /** Answers requests for a list. */
  cmdCapDump: 0x4,
  /** The kernel checks its attributes by a policy. */
  cmdCapHaspol: 0x8,
  /** Needs `CAP_NET_ADMIN` in the user namespace of the network namespace. */
  unsAdminPerm: 0x10,
});

/** Attributes of a command (`CTRL_ATTR_OP_*`). */
const operationAttributes = attributes("op-attrs", "CTRL_ATTR_OP_", {
  /** Number of the command. */
  id: [1, u32],
  /** What it needs and answers; see {@link operationFlags}. */
  flags: [2, operationFlags],
});
/** A command of a family. */
export interface FamilyOperation extends Infer<typeof operationAttributes> {}

/** Attributes of a multicast group (`CTRL_ATTR_MCAST_GRP_*`). */
const groupAttributes = attributes("mcast-group-attrs", "CTRL_ATTR_MCAST_GRP_", {
  /** Name. */
  name: [1, string],
  /** Number, for as long as the family is loaded. */
  id: [2, u32],
});
/** A multicast group of a family. */
export interface FamilyGroup extends Infer<typeof groupAttributes> {}

/** Attributes of families (`CTRL_ATTR_*`). */
const familyAttributes = attributes("ctrl-attrs", "CTRL_ATTR_", {
  /** Number: the type of its messages, for as long as it is loaded. */
  familyId: [1, u16],
  /** Name, of at most 15 bytes. */
  familyName: [2, string],
  /** Version of its commands. Read-only. */
  version: [3, readOnly(u32)],
  /** Size of its own header in bytes, after that of generic netlink. Read-only. */
  hdrsize: [4, readOnly(u32)],
  /** Largest number of its attributes. Read-only. */
  maxattr: [5, readOnly(u32)],
  /** Commands that the kernel accepts. Read-only. */
  ops: [6, readOnly(indexedArray(nest<FamilyOperation>(operationAttributes)))],
  /** Multicast groups. Read-only. */
  mcastGroups: [7, readOnly(indexedArray(nest<FamilyGroup>(groupAttributes)))],
});

/** Layout of `CTRL_CMD_*FAMILY`. */
export const familyMessage = message("nlctrl", genlmsghdr, familyAttributes);
/** A family of generic netlink that the kernel has loaded. */
export interface LoadedFamily extends Infer<typeof familyMessage> {}
