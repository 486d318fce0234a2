/**
 * Process events over `NETLINK_CONNECTOR`: what processes and threads do.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import {
  processEvents as overTransport,
  type ProcessEvents,
  type ProcessEventsOptions,
} from "@rxnetlink/events/proc";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/events/proc";
export type { OverTransport };

/** Options of {@link processEvents}. */
export interface KernelProcessEventsOptions<T extends Transport = KernelTransport>
  extends Omit<ProcessEventsOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens process events: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function processEvents<T extends Transport = KernelTransport>(
  options: KernelProcessEventsOptions<T> = {},
): ProcessEvents & OverTransport<T> {
  return overKernel<T, ProcessEvents>(options, overTransport);
}
