/**
 * `NETLINK_ISCSI`: what the kernel reports about sessions and connections of open-iscsi.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Iscsi, type IscsiOptions, iscsi as overTransport } from "@rxnetlink/protocols/iscsi";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/protocols/iscsi";
export type { OverTransport };

/** Options of {@link iscsi}. */
export interface KernelIscsiOptions<T extends Transport = KernelTransport>
  extends Omit<IscsiOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_ISCSI`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function iscsi<T extends Transport = KernelTransport>(
  options: KernelIscsiOptions<T> = {},
): Iscsi & OverTransport<T> {
  return overKernel<T, Iscsi>(options, overTransport);
}
