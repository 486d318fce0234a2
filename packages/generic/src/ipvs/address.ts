import {
  choice,
  enumeration,
  ipv4,
  ipv6,
  parseIp,
  refine,
  type Type,
  u16,
  u32,
} from "@rxnetlink/core/schema";

/** Address families of services and destinations (`AF_*`). */
export const ipvsAddressFamily = enumeration("AF_", u16, {
  /** IPv4. */
  inet: 2,
  /** IPv6. */
  inet6: 10,
});

/** An IPv4 address in `union nf_inet_addr`, which always has 16 bytes. */
const padded: Type<string> = refine(ipv4, {
  size: 16,
  write(out, value, scope) {
    ipv4.write(out, value, scope);
    out.zero(12);
  },
});

/** An address of either family. Requests are checked before the family has been completed. */
const either: Type<string> = refine(ipv6, {
  write: (out, value, scope) => (familyOf(value) === "inet" ? padded : ipv6).write(out, value, scope),
});

/** Declares an address (`union nf_inet_addr`) of the family in a sibling, which the kernel may report after it. */
export const addressOf = (family: string): Type<string> =>
  refine(choice(family, { inet: padded, inet6: ipv6 }, either), { late: true });

/** A mask of IPv4, or the length of a prefix of IPv6. */
const length: Type<string | number> = u32 as unknown as Type<string | number>;
const mask: Type<string | number> = ipv4 as unknown as Type<string | number>;
const maskOrLength: Type<string | number> = refine(mask, {
  write: (out, value, scope) => (typeof value === "number" ? length : mask).write(out, value, scope),
});

/** Declares the clients that persistence takes for one, by the family in a sibling. */
export const netmaskOf = (family: string): Type<string | number> =>
  refine(choice(family, { inet: mask, inet6: length }, maskOrLength), { late: true });

/** Returns the family of an address; `undefined` if it is no address. */
export function familyOf(address: unknown): "inet" | "inet6" | undefined {
  const bytes = typeof address === "string" ? parseIp(address) : undefined;
  return bytes && (bytes.length === 4 ? "inet" : "inet6");
}
