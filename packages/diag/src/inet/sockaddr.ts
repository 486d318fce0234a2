import {
  be16,
  be32,
  enumeration,
  ifindex,
  ipv4,
  ipv6,
  pad,
  refine,
  type Sized,
  struct,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { socketFamily } from "../common/address-family.js";

const SIZE = 128;
const AF_INET6 = socketFamily.values.inet6;

const family = enumeration(socketFamily.prefix, u16, {
  inet: socketFamily.values.inet,
  inet6: AF_INET6,
});
const inet = struct("sockaddr_in", { family, port: be16, addr: ipv4, _: pad(SIZE - 8) });
const inet6 = struct("sockaddr_in6", {
  family,
  port: be16,
  flowinfo: be32,
  addr: ipv6,
  scopeId: ifindex(u32),
  _: pad(SIZE - 28),
});

/** Address and port of one end (`struct sockaddr_storage`). */
export interface SocketEnd {
  /** Address family: `"inet"` or `"inet6"`. */
  family: "inet" | "inet6" | number;
  /** Port. */
  port: number;
  /** Address. */
  addr: string;
  /** Flow label and traffic class, of IPv6. */
  flowinfo?: number;
  /** Index of the link of a link-local address, of IPv6. */
  scopeId?: number;
}

/** Layout of the address and port of one end. */
export const socketEnd: Sized<SocketEnd> = refine(inet as unknown as Sized<SocketEnd>, {
  size: SIZE,
  read: (view, at, end) =>
    (u16.read(view, at, end) === AF_INET6 ? inet6 : inet).read(view, at, at + SIZE) as SocketEnd,
  write: (out, value, scope) =>
    value?.family === "inet6"
      ? inet6.write(out, value as never, scope)
      : inet.write(out, value as never, scope),
  member: (key) => inet6.member!(key),
  keys: () => inet6.keys!(),
}) as Sized<SocketEnd>;
