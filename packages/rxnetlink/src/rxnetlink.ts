import type { Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import { type Rtnetlink, type RtnetlinkOptions, rtnetlink as rtnetlinkOver } from "@rxnetlink/route";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

/** {@link Rtnetlink} over the kernel of this machine, or over the given transport. */
export interface KernelRtnetlink<T extends Transport = KernelTransport> extends Rtnetlink, OverTransport<T> {}

/** Options of {@link rtnetlink}. */
export interface KernelRtnetlinkOptions<T extends Transport = KernelTransport>
  extends Omit<RtnetlinkOptions, "transport"> {
  /** The transport, such as a scripted one in tests; by default a new one to the kernel of this machine. */
  readonly transport?: T;
}

const { protocol: _protocol, ...ofConnections } = connectionChecks;
const OPTIONS: OptionChecks<KernelRtnetlinkOptions<Transport>> = { ...ofConnections, transport: aTransport };

/**
 * Opens `NETLINK_ROUTE`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 *
 * @example
 * const { link } = rtnetlink();
 * link.list$().subscribe(({ index, ifname }) => console.log(index, ifname));
 */
export function rtnetlink<T extends Transport = KernelTransport>(
  options: KernelRtnetlinkOptions<T> = {},
): KernelRtnetlink<T> {
  checkOptions("rtnetlink", options, OPTIONS);
  return overKernel<T, Rtnetlink>(options, (over) => rtnetlinkOver(over));
}
