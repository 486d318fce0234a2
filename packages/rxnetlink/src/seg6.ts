/**
 * Segment routing over IPv6: source address of tunnels, keys of HMAC (`SEG6`). Since 4.10.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { seg6 as overTransport, type Seg6 } from "@rxnetlink/generic/seg6";
import type { KernelTransport } from "@rxnetlink/transport";
import { type KernelFamilyOptions, type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/generic/seg6";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens segment routing over IPv6: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function seg6<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Seg6 & OverTransport<T> {
  return overKernel<T, Seg6>(options, overTransport);
}
