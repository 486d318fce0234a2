/**
 * dpll: devices that keep a clock in step with another.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Dpll, dpll as overTransport } from "@rxnetlink/generic/dpll";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/dpll";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens dpll: that of this machine's kernel, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function dpll<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Dpll & OverTransport<T> {
  return familyOverKernel<T, Dpll>(options, overTransport);
}
