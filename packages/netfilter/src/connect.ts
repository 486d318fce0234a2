import { Connection, type ConnectionOptions, type Transport } from "@rxnetlink/core";

/** `NETLINK_NETFILTER`. */
export const NETLINK_NETFILTER = 12;

/** Options of connections to `NETLINK_NETFILTER`. */
export type NetfilterConnectionOptions = Omit<ConnectionOptions, "protocol" | "permission" | "linkIndex$">;

/** Opens a connection as {@link netfilter} does, for programs that bind few objects: a bundle then holds no others. */
export function connectNetfilter(transport: Transport, options: NetfilterConnectionOptions = {}): Connection {
  return new Connection(transport, { ...options, protocol: NETLINK_NETFILTER, permission: "datagram" });
}
