import type { Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import { type Rtnetlink, type RtnetlinkOptions, rtnetlink as rtnetlinkOver } from "@rxnetlink/route";
import { type KernelTransport, kernelTransport } from "@rxnetlink/transport";

/** {@link Rtnetlink} over the kernel of this machine, or over the given transport. */
export interface KernelRtnetlink<T extends Transport = KernelTransport> extends Rtnetlink {
  /** The transport; pass it to other families to share its thread. */
  readonly transport: T;
  /** Closes the connection and the transport. A program that has unsubscribed from everything ends without it. */
  close(): Promise<void>;
}

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
  // Without a transport, nothing determines T: it is its default, KernelTransport.
  checkOptions("rtnetlink", options, OPTIONS);
  const { transport = kernelTransport() as Transport as T, ...rest } = options;
  const family = rtnetlinkOver({ transport, ...rest });
  return {
    ...family,
    transport,
    async close() {
      family.connection.close();
      await transport.close();
    },
  };
}
