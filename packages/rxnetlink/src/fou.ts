/**
 * FOU and GUE: UDP ports at which the kernel takes other packets out of UDP, over the kernel of this machine.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type FouFamily, fou as overTransport } from "@rxnetlink/generic/fou";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/fou";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens FOU of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function fou<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): FouFamily & OverTransport<T> {
  return familyOverKernel<T, FouFamily>(options, overTransport);
}
