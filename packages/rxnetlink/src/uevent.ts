/**
 * `NETLINK_KOBJECT_UEVENT`: the devices of the kernel, and what happens to them.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { uevents as overTransport, type Uevents, type UeventsOptions } from "@rxnetlink/events/uevent";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/events/uevent";
export type { OverTransport };

/** Options of {@link uevents}. */
export interface KernelUeventsOptions<T extends Transport = KernelTransport>
  extends Omit<UeventsOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_KOBJECT_UEVENT`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function uevents<T extends Transport = KernelTransport>(
  options: KernelUeventsOptions<T> = {},
): Uevents & OverTransport<T> {
  return overKernel<T, Uevents>(options, overTransport);
}
