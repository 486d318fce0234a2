/**
 * Multipath TCP: endpoints and limits of the path manager, and events of connections (`mptcp_pm`). Since 5.7.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Mptcp, mptcp as overTransport } from "@rxnetlink/generic/mptcp";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/mptcp";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens the path manager of MPTCP: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function mptcp<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Mptcp & OverTransport<T> {
  return familyOverKernel<T, Mptcp>(options, overTransport);
}
