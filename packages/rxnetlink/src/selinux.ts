/**
 * `NETLINK_SELINUX`: changes of the mode of SELinux, and loads of policies.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { selinux as overTransport, type Selinux, type SelinuxOptions } from "@rxnetlink/events/selinux";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/events/selinux";
export type { OverTransport };

/** Options of {@link selinux}. */
export interface KernelSelinuxOptions<T extends Transport = KernelTransport>
  extends Omit<SelinuxOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_SELINUX`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function selinux<T extends Transport = KernelTransport>(
  options: KernelSelinuxOptions<T> = {},
): Selinux & OverTransport<T> {
  return overKernel<T, Selinux>(options, overTransport);
}
