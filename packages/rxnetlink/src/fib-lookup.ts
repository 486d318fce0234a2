/**
 * `NETLINK_FIB_LOOKUP`: looks up IPv4 addresses in single tables of routes.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import {
  type FibLookup,
  type FibLookupOpenOptions,
  fibLookup as overTransport,
} from "@rxnetlink/events/fib-lookup";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/events/fib-lookup";
export type { OverTransport };

/** Options of {@link fibLookup}. */
export interface KernelFibLookupOptions<T extends Transport = KernelTransport>
  extends Omit<FibLookupOpenOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_FIB_LOOKUP`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function fibLookup<T extends Transport = KernelTransport>(
  options: KernelFibLookupOptions<T> = {},
): FibLookup & OverTransport<T> {
  return overKernel<T, FibLookup>(options, overTransport);
}
