/**
 * OpenVPN: peers and keys of links of the kind `ovpn`, over the kernel of this machine.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type OvpnFamily, ovpn as overTransport } from "@rxnetlink/generic/ovpn";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/ovpn";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens OpenVPN of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function ovpn<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): OvpnFamily & OverTransport<T> {
  return familyOverKernel<T, OvpnFamily>(options, overTransport);
}
