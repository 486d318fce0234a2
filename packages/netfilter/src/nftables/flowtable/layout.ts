import {
  attributes,
  be32,
  be64,
  enumeration,
  flags,
  type Infer,
  message,
  nest,
  padding,
  readOnly,
  s32be,
  string,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { type HookDevices, hookDevicesAttributes } from "../chain/layout.js";

/** Hooks of flowtables (`NF_NETDEV_*`). */
export const flowtableHooknum = enumeration("NF_NETDEV_", be32, { ingress: 0 });

/** Flowtable flags (`NFT_FLOWTABLE_*`). */
export const flowtableFlags = flags("NFT_FLOWTABLE_", be32, {
  /** Flows are offloaded to the hardware of the devices; since 5.5. */
  hwOffload: 0x1,
  /** Packets of flows are counted; since 5.7. */
  counter: 0x2,
});

/** Hook of a flowtable (`NFTA_FLOWTABLE_HOOK_*`). */
export const flowtableHookAttributes = attributes("flowtable-hook-attrs", "NFTA_FLOWTABLE_HOOK_", {
  /** Hook; only `"ingress"`. */
  num: [1, flowtableHooknum],
  /** Priority: what has a lower one sees packets first. */
  priority: [2, s32be],
  /** Devices. */
  devs: [3, nest<HookDevices>(hookDevicesAttributes)],
});
/** Hook of a flowtable. */
export interface FlowtableHook extends Infer<typeof flowtableHookAttributes> {}

/** Attributes of flowtable messages (`NFTA_FLOWTABLE_*`). */
export const flowtableAttributes = attributes("flowtable-attrs", "NFTA_FLOWTABLE_", {
  /** Name of the table. */
  table: [1, string],
  /** Name, up to 255 bytes. */
  name: [2, string],
  /** Hook and devices. */
  hook: [3, nest<FlowtableHook>(flowtableHookAttributes)],
  /** Number of rules that refer to it. Read-only. */
  use: [4, readOnly(be32)],
  /** Handle. */
  handle: [5, be64],
  /** Alignment. */
  pad: [6, padding],
  /** Flags; see {@link flowtableFlags}. */
  flags: [7, flowtableFlags],
});

/** Layout of `NFT_MSG_NEWFLOWTABLE`, `NFT_MSG_DELFLOWTABLE` and `NFT_MSG_GETFLOWTABLE`. */
export const flowtableMessage = message("flowtable", nfgenmsg, flowtableAttributes);
/** A flowtable: passes packets of known flows on at the ingress of its devices. Since 4.16. */
export interface Flowtable extends Infer<typeof flowtableMessage> {}
