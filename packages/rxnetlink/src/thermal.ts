/**
 * thermal: temperatures of the machine, and what cools it.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { thermal as overTransport, type Thermal } from "@rxnetlink/generic/thermal";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/thermal";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens thermal: that of this machine's kernel, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function thermal<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Thermal & OverTransport<T> {
  return familyOverKernel<T, Thermal>(options, overTransport);
}
