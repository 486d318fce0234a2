/**
 * The drop monitor: packets that the kernel or a device drops, with reasons.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type DropMonitor, dropMonitor as overTransport } from "@rxnetlink/generic/drop-monitor";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/drop-monitor";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens the drop monitor: that of this machine's kernel, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function dropMonitor<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): DropMonitor & OverTransport<T> {
  return familyOverKernel<T, DropMonitor>(options, overTransport);
}
