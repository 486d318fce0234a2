/**
 * `NETLINK_GENERIC`: families by name, what they accept, and connections to them. Each family that this project declares has a
 * door of its own, such as `rxnetlink/ethtool`.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type GenericNetlink, genericNetlink as overTransport } from "@rxnetlink/generic";
import type { KernelTransport } from "@rxnetlink/transport";
import { type KernelFamilyOptions, type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/generic";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens the controller of generic netlink: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function genericNetlink<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): GenericNetlink & OverTransport<T> {
  return overKernel<T, GenericNetlink>(options, overTransport);
}
