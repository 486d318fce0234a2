/**
 * Warnings about disk quotas of users, groups and projects (`VFS_DQUOT`).
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Dquot, dquot as overTransport } from "@rxnetlink/generic/dquot";
import type { KernelTransport } from "@rxnetlink/transport";
import { type KernelFamilyOptions, type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/generic/dquot";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens the warnings about disk quotas: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function dquot<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Dquot & OverTransport<T> {
  return overKernel<T, Dquot>(options, overTransport);
}
