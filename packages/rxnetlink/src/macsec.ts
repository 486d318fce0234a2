/**
 * MACsec: devices, receive channels and associations, over the kernel of this machine.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type MacsecFamily, macsec as overTransport } from "@rxnetlink/generic/macsec";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/macsec";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens MACsec of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function macsec<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): MacsecFamily & OverTransport<T> {
  return familyOverKernel<T, MacsecFamily>(options, overTransport);
}
