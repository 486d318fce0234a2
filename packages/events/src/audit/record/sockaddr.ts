import { be16, be32, type Infer, ipv4, ipv6, pad, struct, type Type, u16, u32 } from "@rxnetlink/core/schema";
import { bytesIn, textOf } from "./text.js";

const sockaddrIn = struct("sockaddr_in", { family: u16, port: be16, address: ipv4 });
const sockaddrIn6 = struct("sockaddr_in6", {
  family: u16,
  port: be16,
  flowInfo: be32,
  address: ipv6,
  /** Index of the link, of link-local addresses. */
  scopeId: u32,
});
const sockaddrNl = struct("sockaddr_nl", { family: u16, _: pad(2), portId: u32, groups: u32 });

const [AF_UNIX, AF_INET, AF_INET6, AF_NETLINK] = [1, 2, 10, 16];

/** Address of a socket of IPv4. */
export interface AuditInetAddress {
  /** Discriminates addresses. */
  readonly type: "inet";
  /** Address. */
  readonly address: string;
  /** Port. */
  readonly port: number;
}

/** Address of a socket of IPv6. */
export interface AuditInet6Address {
  /** Discriminates addresses. */
  readonly type: "inet6";
  /** Address. */
  readonly address: string;
  /** Port. */
  readonly port: number;
  /** Index of the link of a link-local address; otherwise 0. */
  readonly scopeId: number;
}

/** Address of a socket of this machine. */
export interface AuditUnixAddress {
  /** Discriminates addresses. */
  readonly type: "unix";
  /** Path; begins with NUL if it is an abstract name, and is empty without a name. */
  readonly path: string;
}

/** Address of a netlink socket. */
export interface AuditNetlinkAddress {
  /** Discriminates addresses. */
  readonly type: "netlink";
  /** Port id; 0 is the kernel. */
  readonly portId: number;
  /** Bits of the first 32 groups. */
  readonly groups: number;
}

/** Address of another family, or one that is cut short. */
export interface AuditOtherAddress {
  /** Discriminates addresses. */
  readonly type: "other";
  /** Number of the family (`AF_*`), if there is one. */
  readonly family: number | undefined;
  /** The address in hexadecimal, as in the record. */
  readonly hex: string;
}

/** Address of a socket, from a record of type `sockaddr`. */
export type AuditSocketAddress =
  | AuditInetAddress
  | AuditInet6Address
  | AuditUnixAddress
  | AuditNetlinkAddress
  | AuditOtherAddress;

function pathOf(bytes: Uint8Array): string {
  const abstract = bytes[2] === 0;
  const nul = bytes.indexOf(0, 2);
  return textOf(bytes.subarray(2, abstract || nul < 0 ? undefined : nul));
}

function read(bytes: Uint8Array): AuditSocketAddress | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const as = <T>(layout: Type<T>): T => layout.read(view, 0, bytes.length);
  const family = u16.read(view, 0, bytes.length);
  if (family === AF_INET) {
    const { address, port } = as<Infer<typeof sockaddrIn>>(sockaddrIn);
    return { type: "inet", address, port };
  }
  if (family === AF_INET6) {
    const { address, port, scopeId } = as<Infer<typeof sockaddrIn6>>(sockaddrIn6);
    return { type: "inet6", address, port, scopeId };
  }
  if (family === AF_NETLINK) {
    const { portId, groups } = as<Infer<typeof sockaddrNl>>(sockaddrNl);
    return { type: "netlink", portId, groups };
  }
  return family === AF_UNIX ? { type: "unix", path: pathOf(bytes) } : undefined;
}

/** Returns the address that a text in hexadecimal stands for. */
export function socketAddress(hex: string): AuditSocketAddress {
  const bytes = bytesIn(hex) ?? new Uint8Array();
  let family: number | undefined;
  try {
    family = u16.read(new DataView(bytes.buffer), 0, bytes.length);
    const known = read(bytes);
    if (known !== undefined) return known;
  } catch {
    // It is too short for what it says it is.
  }
  return { type: "other", family, hex };
}
