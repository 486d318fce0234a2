import { bindObject, Connection, type ConnectionOptions, type Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import { type FcEvents, fcEventObject } from "./fc-event.js";

/** `NETLINK_SCSITRANSPORT`. */
export const NETLINK_SCSITRANSPORT = 18;

/** `NETLINK_SCSITRANSPORT`: events of SCSI transports. Listening needs `CAP_NET_ADMIN`. */
export interface ScsiTransport {
  /** Underlying connection, for messages without a verb. */
  readonly connection: Connection;
  /** Events of Fibre Channel. */
  readonly fcEvent: FcEvents;
}

/** Options of {@link scsiTransportEvents}. */
export interface ScsiTransportOptions<T extends Transport = Transport>
  extends Omit<ConnectionOptions, "protocol" | "permission" | "linkIndex$"> {
  /** Transport of the events. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, linkIndex$: _linkIndex$, ...common } = connectionChecks;
const OPTIONS: OptionChecks<ScsiTransportOptions> = { ...common, transport: aTransport };

/**
 * Connects to `NETLINK_SCSITRANSPORT` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function scsiTransportEvents(options: ScsiTransportOptions): ScsiTransport {
  const { transport, ...rest } = checkOptions("scsiTransportEvents", options, OPTIONS);
  const connection = new Connection(transport, { ...rest, protocol: NETLINK_SCSITRANSPORT });
  return { connection, fcEvent: bindObject(connection, fcEventObject) };
}
