/**
 * `NETLINK_NETFILTER`: packets logged and queued, connections, nftables and sets. `netfilter()` connects to the kernel of this
 * machine.
 *
 * @module
 */
export * from "@rxnetlink/netfilter";
export * from "@rxnetlink/netfilter/conntrack";
export * from "@rxnetlink/netfilter/ipset";
export {
  type KernelNetfilter,
  type KernelNetfilterOptions,
  netfilter,
} from "./kernel-netfilter.js";
