/**
 * L2TP: tunnels and sessions, over the kernel of this machine.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type L2tpFamily, l2tp as overTransport } from "@rxnetlink/generic/l2tp";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/l2tp";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens L2TP of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function l2tp<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): L2tpFamily & OverTransport<T> {
  return familyOverKernel<T, L2tpFamily>(options, overTransport);
}
