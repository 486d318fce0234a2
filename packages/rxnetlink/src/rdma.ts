/**
 * `NETLINK_RDMA`: RDMA devices, their ports, resources and counters.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { rdma as overTransport, type Rdma, type RdmaOptions } from "@rxnetlink/protocols/rdma";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/protocols/rdma";
export type { OverTransport };

/** Options of {@link rdma}. */
export interface KernelRdmaOptions<T extends Transport = KernelTransport>
  extends Omit<RdmaOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_RDMA`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function rdma<T extends Transport = KernelTransport>(
  options: KernelRdmaOptions<T> = {},
): Rdma & OverTransport<T> {
  return overKernel<T, Rdma>(options, overTransport);
}
