import { choice, enumeration, refine, type Sized, u8 } from "@rxnetlink/core/schema";

/** Hooks of IPv4, IPv6 and bridges (`NF_INET_*`). */
const inetHook = enumeration("NF_INET_", u8, {
  preRouting: 0,
  localIn: 1,
  forward: 2,
  localOut: 3,
  postRouting: 4,
  /** Ingress of a link; in a bridge the decision between bridging and routing. */
  ingress: 5,
});

/** Hooks of ARP (`NF_ARP_*`). */
const arpHook = enumeration("NF_ARP_", u8, { in: 0, out: 1, forward: 2 });

/** Hooks of a link (`NF_NETDEV_*`). */
const netdevHook = enumeration("NF_NETDEV_", u8, { ingress: 0, egress: 1 });

const byFamily = choice("family", { arp: arpHook, netdev: netdevHook }, inetHook);

/** The hook that a packet met; its names depend on the family. */
export const packetHook = refine(byFamily, { size: 1 }) as typeof byFamily & Sized<unknown>;
