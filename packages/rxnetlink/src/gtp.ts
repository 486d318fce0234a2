/**
 * GTP: the tunnels of mobile stations, and echoes, over the kernel of this machine.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type GtpFamily, gtp as overTransport } from "@rxnetlink/generic/gtp";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/gtp";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens GTP of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function gtp<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): GtpFamily & OverTransport<T> {
  return familyOverKernel<T, GtpFamily>(options, overTransport);
}
