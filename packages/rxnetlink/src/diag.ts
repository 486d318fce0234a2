/**
 * `NETLINK_SOCK_DIAG`: the sockets of the kernel.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { sockDiag as overTransport, type SockDiag, type SockDiagOptions } from "@rxnetlink/diag";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/diag";
export type { OverTransport };

/** Options of {@link sockDiag}. */
export interface KernelSockDiagOptions<T extends Transport = KernelTransport>
  extends Omit<SockDiagOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_SOCK_DIAG`: to the kernel of this machine, or over another transport. Links may be given by name.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function sockDiag<T extends Transport = KernelTransport>(
  options: KernelSockDiagOptions<T> = {},
): SockDiag & OverTransport<T> {
  return familyOverKernel<T, SockDiag>(options, overTransport);
}
