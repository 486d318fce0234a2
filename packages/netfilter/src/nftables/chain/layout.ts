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
  repeated,
  s32be,
  string,
} from "@rxnetlink/core/schema";
import { hooknum } from "../../common/hook.js";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { commentUserdata } from "../userdata/comment.js";

/** Chain flags (`NFT_CHAIN_*`). */
export const chainFlags = flags("NFT_CHAIN_", be32, {
  /** It is a base chain. */
  base: 0x1,
  /** Its rules are offloaded to the hardware of its device. */
  hwOffload: 0x2,
  /** It belongs to one rule, and ends with it. */
  binding: 0x4,
});

/** Verdict on packets that no rule judged (`NF_*`). */
export const chainPolicy = enumeration("NF_", be32, { drop: 0, accept: 1 });

/** Devices of a hook (`NFTA_DEVICE_*`). */
export const hookDevicesAttributes = attributes("hook-dev-attrs", "NFTA_DEVICE_", {
  /** Names of devices. */
  name: [1, repeated(string)],
  /** Prefixes of the names of devices, which may appear later; since 6.18. */
  prefix: [2, repeated(string)],
});
/** Devices of a hook. */
export interface HookDevices extends Infer<typeof hookDevicesAttributes> {}

/** Hook of a base chain (`NFTA_HOOK_*`). */
export const chainHookAttributes = attributes("nft-hook-attrs", "NFTA_HOOK_", {
  /** Hook; its names depend on the family. */
  hooknum: [1, hooknum],
  /** Priority: chains with lower ones see packets first. */
  priority: [2, s32be],
  /** Device, for `ingress` and `egress`. */
  dev: [3, string],
  /** Devices, if there are several. */
  devs: [4, nest<HookDevices>(hookDevicesAttributes)],
});
/** Hook of a base chain. */
export interface ChainHook extends Infer<typeof chainHookAttributes> {}

/** Packet counts of a chain's policy (`NFTA_COUNTER_*`). */
export const chainCountersAttributes = attributes("nft-counter-attrs", "NFTA_COUNTER_", {
  /** Bytes. */
  bytes: [1, be64],
  /** Packets. */
  packets: [2, be64],
  /** Alignment. */
  pad: [3, padding],
});
/** Packet counts of a chain's policy. */
export interface ChainCounters extends Infer<typeof chainCountersAttributes> {}

/** Attributes of chain messages (`NFTA_CHAIN_*`). */
export const chainAttributes = attributes("chain-attrs", "NFTA_CHAIN_", {
  /** Name of the table. */
  table: [1, string],
  /** Handle. */
  handle: [2, be64],
  /** Name, up to 255 bytes. */
  name: [3, string],
  /** Hook, if it is a base chain. */
  hook: [4, nest<ChainHook>(chainHookAttributes)],
  /** Verdict of a base chain on packets that no rule judged. */
  policy: [5, chainPolicy],
  /** Number of rules in it and references to it. Read-only. */
  use: [6, readOnly(be32)],
  /** Type of a base chain: `"filter"`, `"nat"` or `"route"`. */
  type: [7, string],
  /** Packets that met the policy of a base chain; counted if a request sets it. */
  counters: [8, nest<ChainCounters>(chainCountersAttributes)],
  /** Alignment. */
  pad: [9, padding],
  /** Flags; see {@link chainFlags}. */
  flags: [10, chainFlags],
  /** Number by which other steps of the same transaction refer to it. */
  id: [11, be32],
  /** Notes of user space: a comment; since 5.10. */
  userdata: [12, commentUserdata],
});

/** Layout of `NFT_MSG_NEWCHAIN`, `NFT_MSG_DELCHAIN` and `NFT_MSG_GETCHAIN`. */
export const chainMessage = message("chain", nfgenmsg, chainAttributes);
/** A chain of rules: a base chain if it has a `hook`, else one that rules jump to. */
export interface Chain extends Infer<typeof chainMessage> {}
