/**
 * net-shaper: limits that devices keep of what links and queues send.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type NetShaper, netShaper as overTransport } from "@rxnetlink/generic/net-shaper";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/net-shaper";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens net-shaper: that of this machine's kernel, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function netShaper<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): NetShaper & OverTransport<T> {
  return familyOverKernel<T, NetShaper>(options, overTransport);
}
