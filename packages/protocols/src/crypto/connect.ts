import { Connection, type ConnectionOptions, type Transport } from "@rxnetlink/core";

/** `NETLINK_CRYPTO`. */
export const NETLINK_CRYPTO = 21;

/** Options of connections to `NETLINK_CRYPTO`. */
export type CryptoConnectionOptions = Omit<ConnectionOptions, "protocol" | "permission" | "linkIndex$">;

/** Opens a connection as {@link cryptoUser} does, for programs that bind few objects: a bundle then holds no others. */
export function connectCrypto(transport: Transport, options: CryptoConnectionOptions = {}): Connection {
  return new Connection(transport, { ...options, protocol: NETLINK_CRYPTO });
}
