import { attributes, be32, enumeration, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { wordOf } from "../words.js";

/** Metadata of packets (`NFT_META_*`): numbers are in host order unless stated otherwise. */
export const metaKey = enumeration("NFT_META_", be32, {
  /** Length of the packet. */
  len: 0,
  /** EtherType, in network order. */
  protocol: 1,
  /** Priority, or class of traffic control. */
  priority: 2,
  /** Mark. */
  mark: 3,
  /** Index of the input link. */
  iif: 4,
  /** Index of the output link. */
  oif: 5,
  /** Name of the input link, 16 bytes. */
  iifname: 6,
  /** Name of the output link, 16 bytes. */
  oifname: 7,
  /** Hardware type of the input link (`ARPHRD_*`), 2 bytes. */
  iiftype: 8,
  /** Hardware type of the output link, 2 bytes. */
  oiftype: 9,
  /** User id of the sending socket. */
  skuid: 10,
  /** Group id of the sending socket. */
  skgid: 11,
  /** 1 if the packet is traced, 1 byte. */
  nftrace: 12,
  /** Realm of the route. */
  rtclassid: 13,
  /** Security mark. */
  secmark: 14,
  /** Protocol family (`NFPROTO_*`), 1 byte. */
  nfproto: 15,
  /** Transport protocol (`IPPROTO_*`), 1 byte. */
  l4proto: 16,
  /** Name of the bridge of the input link. */
  briIifname: 17,
  /** Name of the bridge of the output link. */
  briOifname: 18,
  /** Kind of the packet (`PACKET_*`), 1 byte. */
  pkttype: 19,
  /** CPU. */
  cpu: 20,
  /** Group of the input link. */
  iifgroup: 21,
  /** Group of the output link. */
  oifgroup: 22,
  /** Class id of the control group. */
  cgroup: 23,
  /** Random number. */
  prandom: 24,
  /** 1 if IPsec delivered the packet, 1 byte. */
  secpath: 25,
  /** Kind of the input link, 16 bytes; since 4.19. */
  iifkind: 26,
  /** Kind of the output link, 16 bytes; since 4.19. */
  oifkind: 27,
  /** VLAN of untagged packets of the input bridge port, 2 bytes; since 5.3. */
  briIifpvid: 28,
  /** VLAN protocol of the input bridge, 2 bytes in network order; since 5.3. */
  briIifvproto: 29,
  /** Time since 1970, in ns; since 5.4. */
  timeNs: 30,
  /** Day of the week, 0 is Sunday, 1 byte; since 5.4. */
  timeDay: 31,
  /** Second of the day; since 5.4. */
  timeHour: 32,
  /** Index of the input link below a VRF; since 5.6. */
  sdif: 33,
  /** Name of the input link below a VRF, 16 bytes; since 5.6. */
  sdifname: 34,
  /** 1 to route the packet in place of bridging it, 1 byte; since 6.4. */
  briBroute: 35,
  /** MAC address of the input bridge; since 6.17. */
  briIifhwaddr: 37,
});

/** Attributes of `meta` (`NFTA_META_*`). */
export const exprMeta = attributes("expr-meta-attrs", "NFTA_META_", {
  /** Register that receives the value, to load. */
  dreg: [1, register],
  /** Metadata to load or set. */
  key: [2, metaKey],
  /** Register with the value, to set. */
  sreg: [3, register],
});
/** Loads metadata of the packet into a register, or sets it. */
export interface MetaExpr extends Infer<typeof exprMeta> {}

const KEYS = { timeNs: "time", timeDay: "day", timeHour: "hour", briBroute: "broute" };

/** Returns `meta` in nft's notation. */
export function metaText({ key, sreg, dreg = 0 }: MetaExpr): string {
  const name = wordOf(key, KEYS);
  return sreg === undefined ? `load ${name} => reg ${dreg}` : `set ${name} with reg ${sreg}`;
}
