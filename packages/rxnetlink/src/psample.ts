/**
 * psample: packets that are sampled, by a device or by `tc`.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { psample as overTransport, type Psample } from "@rxnetlink/generic/psample";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/psample";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens psample: that of this machine's kernel, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function psample<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Psample & OverTransport<T> {
  return familyOverKernel<T, Psample>(options, overTransport);
}
