/**
 * `NETLINK_AUDIT`: what programs do, as the kernel records it; rules and state of audit.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Audit, type AuditOptions, audit as overTransport } from "@rxnetlink/events/audit";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/events/audit";
export type { OverTransport };

/** Options of {@link audit}. */
export interface KernelAuditOptions<T extends Transport = KernelTransport>
  extends Omit<AuditOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_AUDIT`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function audit<T extends Transport = KernelTransport>(
  options: KernelAuditOptions<T> = {},
): Audit & OverTransport<T> {
  return overKernel<T, Audit>(options, overTransport);
}
