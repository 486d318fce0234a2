/**
 * IPVS, the load balancer of layer 4: virtual services, destinations, counters, timeouts, and the daemons that synchronize
 * connections (`IPVS`).
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Ipvs, ipvs as overTransport } from "@rxnetlink/generic/ipvs";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/ipvs";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens IPVS: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function ipvs<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Ipvs & OverTransport<T> {
  return familyOverKernel<T, Ipvs>(options, overTransport);
}
