/**
 * handshake: TLS handshakes that a program makes for the kernel.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Handshake, handshake as overTransport } from "@rxnetlink/generic/handshake";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/handshake";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens handshake: that of this machine's kernel, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function handshake<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Handshake & OverTransport<T> {
  return familyOverKernel<T, Handshake>(options, overTransport);
}
