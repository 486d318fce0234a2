import { Connection, type ConnectionOptions, type Transport } from "@rxnetlink/core";
import { linkLookup } from "./link/link-index.js";

/** `NETLINK_ROUTE`. */
export const NETLINK_ROUTE = 0;

/**
 * Opens a connection that looks up links by name, as {@link rtnetlink} does, for programs that bind few objects: a bundle then
 * holds no others.
 *
 * @example
 * const link = bindObject(connect(kernelTransport()), linkObject);
 */
export function connect(transport: Transport, options: Omit<ConnectionOptions, "protocol"> = {}): Connection {
  // The lookup is made of the connection that it belongs to.
  const linkIndex$ = (name: string) => lookUp$(name);
  const connection = new Connection(transport, { linkIndex$, ...options, protocol: NETLINK_ROUTE });
  const lookUp$ = linkLookup(connection);
  return connection;
}
