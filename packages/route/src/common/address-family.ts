import { enumeration, ipBy, ipv4, ipv6, u8 } from "@rxnetlink/core/schema";

/** Address families in rtnetlink headers (`AF_*`, and `RTNL_FAMILY_*` for multicast routing). */
export const addressFamily = enumeration("AF_", u8, {
  unspec: 0,
  inet: 2,
  bridge: 7,
  inet6: 10,
  packet: 17,
  mpls: 28,
  can: 29,
  phonet: 35,
  ieee802154: 36,
  mctp: 45,
  ipmr: 128,
  ip6mr: 129,
});

/** Returns the family of the first address given: `"inet6"` if it has a colon, `undefined` if there is no address. */
export function familyOf(...addresses: (string | undefined)[]): "inet" | "inet6" | undefined {
  const address = addresses.find((one) => one !== undefined);
  if (address === undefined) return undefined;
  return address.includes(":") ? "inet6" : "inet";
}

/** Returns the prefix length of a single host, in bits: 0 if there is no address. */
export function hostLength(address: string | undefined): number {
  return address === undefined ? 0 : address.includes(":") ? 128 : 32;
}

const { inet, inet6, ipmr, ip6mr } = addressFamily.values;

/** An IP address of the family in the message header, if it names one. */
export const ip = ipBy("family", {
  ...{ inet: ipv4, [inet]: ipv4, ipmr: ipv4, [ipmr]: ipv4 },
  ...{ inet6: ipv6, [inet6]: ipv6, ip6mr: ipv6, [ip6mr]: ipv6 },
});
