import type { ConnectionOptions } from "@rxnetlink/core";
import { rtnetlink as overTransport, type Rtnetlink } from "@rxnetlink/route";
import { type KernelTransport, kernelTransport } from "@rxnetlink/transport";

/** {@link Rtnetlink} over the kernel of this machine. */
export interface KernelRtnetlink extends Rtnetlink {
  /** The transport below; share it between families, so that they share its thread. */
  readonly transport: KernelTransport;
  /** Closes everything. A program that only stops subscribing ends without it. */
  close(): Promise<void>;
}

/** How {@link rtnetlink} is opened. */
export interface RtnetlinkOptions extends Omit<ConnectionOptions, "protocol"> {
  /** A transport to share; one of its own otherwise. */
  readonly transport?: KernelTransport;
}

/**
 * Speaks `NETLINK_ROUTE` with the kernel of this machine.
 *
 * @example
 * const { link } = rtnetlink();
 * link.list$().subscribe(({ index, ifname }) => console.log(index, ifname));
 */
export function rtnetlink({
  transport = kernelTransport(),
  ...options
}: RtnetlinkOptions = {}): KernelRtnetlink {
  const family = overTransport(transport, options);
  return {
    ...family,
    transport,
    async close() {
      family.connection.close();
      await transport.close();
    },
  };
}
