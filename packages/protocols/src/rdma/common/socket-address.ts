import { EncodeError } from "@rxnetlink/core";
import { checkRecord } from "@rxnetlink/core/internal";
import {
  type AnyType,
  be16,
  be32,
  binary,
  ip,
  ipv4,
  ipv6,
  pad,
  parseIp,
  struct,
  type Type,
  u16,
  u32,
} from "@rxnetlink/core/schema";

const AF_INET = 2;
const AF_INET6 = 10;

/** `struct sockaddr_in`. */
const sockaddrIn = struct("sockaddr_in", { family: u16, port: be16, addr: ipv4, zero: pad(120) });
/** `struct sockaddr_in6`. */
const sockaddrIn6 = struct("sockaddr_in6", {
  family: u16,
  port: be16,
  flowinfo: be32,
  addr: ipv6,
  scopeId: u32,
  zero: pad(100),
});

/** Address of one side of a connection. */
export interface RdmaSocketAddress {
  /** IP address; absent if the address is of another family. */
  readonly address?: string;
  /** Port. */
  readonly port?: number;
  /** Index of the link of a link-local IPv6 address. */
  readonly scopeId?: number;
  /** The whole `struct sockaddr_storage`, if its family is none of IP. */
  readonly other?: Uint8Array;
}

const members: Readonly<Record<string, AnyType>> = { address: ip, port: u16, scopeId: u32, other: binary };

/** Declares a `struct __kernel_sockaddr_storage`, which holds an address of any family. */
export const socketAddress: Type<RdmaSocketAddress> = {
  name: "sockaddr_storage",
  member: (key) => (Object.hasOwn(members, key) ? members[key] : undefined),
  keys: () => Object.keys(members),
  read(view, at, end) {
    const family = u16.read(view, at, end);
    if (family === AF_INET) {
      const { addr, port } = sockaddrIn.read(view, at, end);
      return { address: addr, port };
    }
    if (family !== AF_INET6) return { other: binary.read(view, at, end) };
    const { addr, port, scopeId } = sockaddrIn6.read(view, at, end);
    return { address: addr, port, ...(scopeId !== 0 && { scopeId }) };
  },
  write(out, given) {
    checkRecord(given, "socket address");
    for (const key of Object.keys(given))
      if (!Object.hasOwn(members, key)) throw new EncodeError("no such member of a socket address").at(key);
    const { address = "", port = 0, scopeId = 0, other } = given as RdmaSocketAddress;
    if (other !== undefined) return binary.write(out, other);
    const length = parseIp(address)?.length;
    if (length === undefined) throw new EncodeError("is not an IP address").at("address");
    if (length === 16)
      sockaddrIn6.write(out, { family: AF_INET6, port, flowinfo: 0, addr: address, scopeId });
    else sockaddrIn.write(out, { family: AF_INET, port, addr: address });
  },
};
