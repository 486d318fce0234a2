/**
 * batman-adv, a mesh of layer 2: settings, nodes, neighbours, gateways, clients, bridge loop avoidance, the distributed ARP
 * table, and measurements of throughput (`batadv`).
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type BatmanAdv, batadv as overTransport } from "@rxnetlink/generic/batadv";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/batadv";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens batman-adv: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function batadv<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): BatmanAdv & OverTransport<T> {
  return familyOverKernel<T, BatmanAdv>(options, overTransport);
}
