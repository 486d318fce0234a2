import { enumeration, ipBy, ipv4, ipv6, u8 } from "@rxnetlink/core";

/** Address families (`AF_*`, and `RTNL_FAMILY_*` for multicast routing) as rtnetlink headers bear them. */
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

/** The family of an address in text: `"inet6"` where it has a colon; of none, none. */
export function familyOf(...addresses: (string | undefined)[]): "inet" | "inet6" | undefined {
  const address = addresses.find((one) => one !== undefined);
  if (address === undefined) return undefined;
  return address.includes(":") ? "inet6" : "inet";
}

const { inet, inet6, ipmr, ip6mr } = addressFamily.values;

/** An IP address of the family that the message is about, where it is about one. */
export const ip = ipBy("family", {
  ...{ inet: ipv4, [inet]: ipv4, ipmr: ipv4, [ipmr]: ipv4 },
  ...{ inet6: ipv6, [inet6]: ipv6, ip6mr: ipv6, [ip6mr]: ipv6 },
});
