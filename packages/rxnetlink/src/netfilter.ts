/**
 * `NETLINK_NETFILTER`: packets logged and queued, connections, nftables and sets. `netfilter()` connects to the kernel of this
 * machine.
 *
 * @module
 */
export * from "@rxnetlink/netfilter";
export {
  type KernelNetfilter,
  type KernelNetfilterOptions,
  netfilter,
} from "./kernel-netfilter.js";
