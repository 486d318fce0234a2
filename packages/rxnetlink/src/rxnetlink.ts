import type { ConnectionOptions, Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import { rtnetlink as overTransport, type Rtnetlink } from "@rxnetlink/route";
import { type KernelTransport, kernelTransport } from "@rxnetlink/transport";

/** {@link Rtnetlink} over the kernel of this machine, or over whatever transport it was given. */
export interface KernelRtnetlink<T extends Transport = KernelTransport> extends Rtnetlink {
  /** The transport below; share it between families, so that they share its thread. */
  readonly transport: T;
  /** Closes everything. A program that only stops subscribing ends without it. */
  close(): Promise<void>;
}

/** How {@link rtnetlink} is opened. */
export interface RtnetlinkOptions<T extends Transport = KernelTransport>
  extends Omit<ConnectionOptions, "protocol"> {
  /** A transport to share, such as a scripted one in tests; one of its own to this machine's kernel otherwise. */
  readonly transport?: T;
}

const { protocol: _protocol, ...ofConnections } = connectionChecks;
const OPTIONS: OptionChecks<RtnetlinkOptions<Transport>> = { ...ofConnections, transport: aTransport };

/**
 * Speaks `NETLINK_ROUTE` with the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError where an option does not exist, or is not what it has to be.
 *
 * @example
 * const { link } = rtnetlink();
 * link.list$().subscribe(({ index, ifname }) => console.log(index, ifname));
 */
export function rtnetlink<T extends Transport = KernelTransport>(
  options: RtnetlinkOptions<T> = {},
): KernelRtnetlink<T> {
  // Where none is given, nothing else tells T: it is that of the kernel.
  checkOptions("rtnetlink", options, OPTIONS);
  const { transport = kernelTransport() as Transport as T, ...rest } = options;
  const family = overTransport(transport, rest);
  return {
    ...family,
    transport,
    async close() {
      family.connection.close();
      await transport.close();
    },
  };
}
