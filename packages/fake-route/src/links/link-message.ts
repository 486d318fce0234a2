import { type Link, linkFlags } from "@rxnetlink/route";
import type { FakeLink } from "./fake-link.js";

/** True values: the link has a carrier; the link is up. */
export type Carrying = readonly [carrier: boolean, up: boolean];

const { lowerUp, running } = linkFlags.bits;
const BROADCAST = "ff:ff:ff:ff:ff:ff";
const ZERO = "00:00:00:00:00:00";

/** Returns the message of a link. */
export function messageOf(link: FakeLink, [carrier, up]: Carrying, slaveKind?: string): Partial<Link> {
  const { index, kind, ifname, mtu, txqlen, group, address, master, ifalias, data } = link;
  const isLoopback = kind.type === "loopback";
  const linkinfo = {
    ...(kind.name !== undefined && { kind: kind.name, ...(data && { data }) }),
    ...(slaveKind !== undefined && { slaveKind }),
  };
  const state = carrier ? (kind.withCarrier ?? "up") : (kind.withoutCarrier ?? "down");
  return {
    type: kind.type,
    index,
    flags: (link.flags | (up && carrier ? lowerUp | running : 0)) >>> 0,
    ifname,
    txqlen,
    operstate: up ? state : "down",
    linkmode: "default",
    mtu,
    minMtu: kind.minMtu,
    maxMtu: kind.maxMtu,
    group,
    carrier: carrier ? 1 : 0,
    qdisc: "noqueue",
    protoDown: 0,
    address: isLoopback ? ZERO : address,
    broadcast: isLoopback ? ZERO : BROADCAST,
    ...(link.link !== undefined && { link: link.link }),
    ...(master !== undefined && { master }),
    ...(ifalias !== undefined && { ifalias }),
    ...(Object.keys(linkinfo).length > 0 && { linkinfo }),
  };
}
