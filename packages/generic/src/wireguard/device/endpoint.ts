import { DecodeError, EncodeError } from "@rxnetlink/core";
import { checkRecord } from "@rxnetlink/core/internal";
import {
  type AnyType,
  be16,
  be32,
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
import { AF_INET, AF_INET6 } from "./address-family.js";
import { endpointText, type WireguardEndpoint } from "./endpoint-text.js";

/** `struct sockaddr_in`. */
const sockaddrIn = struct("sockaddr_in", { family: u16, port: be16, addr: ipv4, zero: pad(8) });
/** `struct sockaddr_in6`. */
const sockaddrIn6 = struct("sockaddr_in6", {
  family: u16,
  port: be16,
  flowinfo: be32,
  addr: ipv6,
  scopeId: u32,
});

/** The members of an endpoint. */
const members: Readonly<Record<string, AnyType>> = { address: ip, port: u16, scopeId: u32 };

function read(view: DataView, at: number, end: number): WireguardEndpoint {
  const family = u16.read(view, at, end);
  if (family === AF_INET) {
    const { addr, port } = sockaddrIn.read(view, at, end);
    return { address: addr, port };
  }
  if (family !== AF_INET6) throw new DecodeError(`${family} is neither AF_INET nor AF_INET6`);
  const { addr, port, scopeId } = sockaddrIn6.read(view, at, end);
  return { address: addr, port, ...(scopeId !== 0 && { scopeId }) };
}

/** Refuses a value that the structs would not. */
function checkMembers(given: WireguardEndpoint): void {
  checkRecord(given, "endpoint");
  for (const key of Object.keys(given))
    if (!Object.hasOwn(members, key)) throw new EncodeError("no such member of an endpoint").at(key);
  const { port, scopeId } = given;
  if (!Number.isInteger(port) || port < 1 || port > 0xffff)
    throw new EncodeError("is not a port: a number from 1 to 65535").at("port");
  if (scopeId !== undefined && !Number.isInteger(scopeId))
    throw new EncodeError("is not the index of a link").at("scopeId");
}

/** An address and a port, as the socket address that the kernel expects; it ignores any other silently. */
export const endpoint: Type<WireguardEndpoint> = {
  name: "endpoint",
  member: (key) => (Object.hasOwn(members, key) ? members[key] : undefined),
  keys: () => Object.keys(members),
  read,
  write(out, given) {
    checkMembers(given);
    const { address, port, scopeId = 0 } = given;
    const length = parseIp(address)?.length;
    if (length === undefined) throw new EncodeError("is not an IP address").at("address");
    if (length === 16)
      return sockaddrIn6.write(out, { family: AF_INET6, port, flowinfo: 0, addr: address, scopeId });
    if (scopeId !== 0) throw new EncodeError("is for IPv6 addresses only").at("scopeId");
    sockaddrIn.write(out, { family: AF_INET, port, addr: address });
  },
  show: endpointText,
};
