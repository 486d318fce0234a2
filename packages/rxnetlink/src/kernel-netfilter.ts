import type { Transport } from "@rxnetlink/core";
import { type Netfilter, type NetfilterOptions, netfilter as netfilterOver } from "@rxnetlink/netfilter";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

/** {@link Netfilter} over the kernel of this machine, or over the given transport. */
export interface KernelNetfilter<T extends Transport = KernelTransport> extends Netfilter, OverTransport<T> {}

/** Options of {@link netfilter}. */
export interface KernelNetfilterOptions<T extends Transport = KernelTransport>
  extends Omit<NetfilterOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_NETFILTER`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function netfilter<T extends Transport = KernelTransport>(
  options: KernelNetfilterOptions<T> = {},
): KernelNetfilter<T> {
  return overKernel<T, Netfilter>(options, (over) => netfilterOver(over));
}
