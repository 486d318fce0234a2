import { Connection, type ConnectionOptions, type Transport } from "@rxnetlink/core";

/** `NETLINK_SOCK_DIAG`. */
export const NETLINK_SOCK_DIAG = 4;

/** Options of connections to `NETLINK_SOCK_DIAG`. */
export type SockDiagConnectionOptions = Omit<ConnectionOptions, "protocol" | "permission">;

/** Opens a connection as {@link sockDiag} does, for programs that bind few objects: a bundle then holds no others. */
export function connectSockDiag(transport: Transport, options: SockDiagConnectionOptions = {}): Connection {
  return new Connection(transport, { ...options, protocol: NETLINK_SOCK_DIAG });
}
