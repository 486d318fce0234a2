/**
 * netdev: what is behind a link: abilities for XDP, queues, NAPI instances, page pools, statistics.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Netdev, netdev as overTransport } from "@rxnetlink/generic/netdev";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/netdev";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens netdev: that of this machine's kernel, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function netdev<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Netdev & OverTransport<T> {
  return familyOverKernel<T, Netdev>(options, overTransport);
}
