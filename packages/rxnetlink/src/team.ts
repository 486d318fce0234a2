/**
 * team: links that consist of several.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { team as overTransport, type Teams } from "@rxnetlink/generic/team";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/team";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens team: that of this machine's kernel, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function team<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Teams & OverTransport<T> {
  return familyOverKernel<T, Teams>(options, overTransport);
}
