/**
 * devlink: devices whose drivers offer more than links: ports, parameters, resources, regions, health, traps, rates, firmware.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Devlink, devlink as overTransport } from "@rxnetlink/generic/devlink";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/devlink";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens devlink: that of this machine's kernel, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function devlink<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Devlink & OverTransport<T> {
  return familyOverKernel<T, Devlink>(options, overTransport);
}
