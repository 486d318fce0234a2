import { choice, enumeration, refine, type Scalar, type Sized, u8 } from "@rxnetlink/core/schema";

/** Returns the layout of a hook's number, whose names depend on the family (`NF_INET_*`, `NF_ARP_*`, `NF_NETDEV_*`). */
export function hookAs(number: Scalar<number>) {
  const inet = enumeration("NF_INET_", number, {
    preRouting: 0,
    localIn: 1,
    forward: 2,
    localOut: 3,
    postRouting: 4,
    /** Ingress of a link, for the family `inet`; in a bridge the decision between bridging and routing. */
    ingress: 5,
  });
  const arp = enumeration("NF_ARP_", number, { in: 0, out: 1, forward: 2 });
  const netdev = enumeration("NF_NETDEV_", number, { ingress: 0, egress: 1 });
  return choice("family", { arp, netdev }, inet);
}

const byFamily = hookAs(u8);

/** The hook that a packet met; its names depend on the family. */
export const packetHook = refine(byFamily, { size: 1 }) as typeof byFamily & Sized<unknown>;
