import { Connection, type ConnectionOptions, type Transport } from "@rxnetlink/core";

/** `NETLINK_XFRM`. */
export const NETLINK_XFRM = 6;

/** Options of connections to `NETLINK_XFRM`. */
export type XfrmConnectionOptions = Omit<ConnectionOptions, "protocol" | "permission">;

/** Opens a connection as {@link xfrm} does, for programs that bind few objects: a bundle then holds no others. */
export function connectXfrm(transport: Transport, options: XfrmConnectionOptions = {}): Connection {
  return new Connection(transport, { ...options, protocol: NETLINK_XFRM });
}
