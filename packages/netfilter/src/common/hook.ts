import { be32, choice, enumeration, refine, type Sized, u8 } from "@rxnetlink/core/schema";

/**
 * Hooks of IPv4, IPv6, inet and bridge (`NF_INET_*`, `NF_BR_*`), by the words of nft: the kernel's name of `input` is
 * `NF_INET_LOCAL_IN`.
 */
export const inetHook = enumeration("NF_INET_", be32, {
  prerouting: 0,
  input: 1,
  forward: 2,
  output: 3,
  postrouting: 4,
  /** Ingress of a link, for the family inet, since 5.10; in a bridge the decision between bridging and routing. */
  ingress: 5,
});
/** Hooks of ARP (`NF_ARP_*`), by the words of nft. */
export const arpHook = enumeration("NF_ARP_", be32, { input: 0, output: 1, forward: 2 });
/** Hooks of a link, for the family netdev (`NF_NETDEV_*`). */
export const netdevHook = enumeration("NF_NETDEV_", be32, {
  ingress: 0,
  /** Since 5.17. */
  egress: 1,
});

/** Layout of a hook's number, whose names depend on the family. */
export const hooknum = choice("family", { arp: arpHook, netdev: netdevHook }, inetHook);

const inByte = choice(
  "family",
  {
    arp: enumeration(arpHook.prefix, u8, arpHook.values),
    netdev: enumeration(netdevHook.prefix, u8, netdevHook.values),
  },
  enumeration(inetHook.prefix, u8, inetHook.values),
);

/** The hook that a packet met; its names depend on the family. */
export const packetHook = refine(inByte, { size: 1 }) as typeof inByte & Sized<unknown>;
