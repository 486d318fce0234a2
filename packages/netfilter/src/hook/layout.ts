import {
  attributes,
  be32,
  enumeration,
  type Infer,
  message,
  nest,
  s32be,
  string,
  subMessage,
  u8,
} from "@rxnetlink/core/schema";
import { hooknum } from "../common/hook.js";
import { nfgenmsg, nfproto } from "../common/nfgenmsg.js";

/** Kind of a function at a hook (`NFNL_HOOK_TYPE_*`). */
const hookType = enumeration("NFNL_HOOK_TYPE_", be32, {
  /** Base chain of nftables. */
  nftables: 1,
  /** Program of BPF; since 6.4. */
  bpf: 2,
  /** Flowtable of nftables; since 6.18. */
  nftFlowtable: 3,
});

/** Base chain or flowtable at a hook (`NFNLA_CHAIN_*`). */
const hookChainAttributes = attributes("hook-chain-attrs", "NFNLA_CHAIN_", {
  /** Table. */
  table: [1, string],
  /** Family of the table. */
  family: [2, enumeration(nfproto.prefix, u8, nfproto.values)],
  /** Chain or flowtable. */
  name: [3, string],
});
/** Base chain or flowtable at a hook. */
export interface HookChain extends Infer<typeof hookChainAttributes> {}

/** Program of BPF at a hook (`NFNLA_HOOK_BPF_*`). */
const hookBpfAttributes = attributes("hook-bpf-attrs", "NFNLA_HOOK_BPF_", {
  /** Id of the program. */
  id: [1, be32],
});
/** Program of BPF at a hook. */
export interface HookBpf extends Infer<typeof hookBpfAttributes> {}

/** Owner of a function at a hook, under the name of its type. */
const hookDesc = subMessage("type", {
  nftables: nest<HookChain>(hookChainAttributes),
  bpf: nest<HookBpf>(hookBpfAttributes),
  nftFlowtable: nest<HookChain>(hookChainAttributes),
});

/** Owner of a function at a hook (`NFNLA_HOOK_INFO_*`). */
const hookInfoAttributes = attributes("hook-info-attrs", "NFNLA_HOOK_INFO_", {
  /** Owner, under the name of its type. */
  desc: [1, hookDesc],
  /** Kind of the function. */
  type: [2, hookType],
});
/** Owner of a function at a hook. */
export interface HookInfo extends Infer<typeof hookInfoAttributes> {}

/** Attributes of functions at hooks (`NFNLA_HOOK_*`). */
export const hookAttributes = attributes("hook-attrs", "NFNLA_HOOK_", {
  /** Hook; its names depend on the family. */
  hooknum: [1, hooknum],
  /** Priority: functions with lower ones see packets first. */
  priority: [2, s32be],
  /** Link, for the hooks of the family `netdev`. */
  dev: [3, string],
  /** Name of the function, if the kernel has a table of its symbols. */
  functionName: [4, string],
  /** Name of its module; absent if it is built in. */
  moduleName: [5, string],
  /** Owner, for nftables and BPF. */
  chainInfo: [6, nest<HookInfo>(hookInfoAttributes)],
});

/** Layout of `NFNL_MSG_HOOK_GET`. */
export const hookMessage = message("hook", nfgenmsg, hookAttributes);
/** A function that packets pass at a hook. */
export interface Hook extends Infer<typeof hookMessage> {}
