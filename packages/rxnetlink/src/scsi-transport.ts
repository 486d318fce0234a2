/**
 * `NETLINK_SCSITRANSPORT`: events of SCSI transports, which are those of Fibre Channel.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import {
  scsiTransportEvents as overTransport,
  type ScsiTransport,
  type ScsiTransportOptions,
} from "@rxnetlink/protocols/scsi-transport";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/protocols/scsi-transport";
export type { OverTransport };

/** Options of {@link scsiTransportEvents}. */
export interface KernelScsiTransportOptions<T extends Transport = KernelTransport>
  extends Omit<ScsiTransportOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_SCSITRANSPORT`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function scsiTransportEvents<T extends Transport = KernelTransport>(
  options: KernelScsiTransportOptions<T> = {},
): ScsiTransport & OverTransport<T> {
  return overKernel<T, ScsiTransport>(options, overTransport);
}
