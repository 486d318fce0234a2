/**
 * Wireless links: phys, interfaces, scans, stations, regulatory domains and their events (`nl80211`).
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Nl80211, nl80211 as overTransport } from "@rxnetlink/generic/nl80211";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/nl80211";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens wireless links: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function nl80211<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Nl80211 & OverTransport<T> {
  return familyOverKernel<T, Nl80211>(options, overTransport);
}
