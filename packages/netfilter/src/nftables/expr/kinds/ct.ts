import { attributes, be32, enumeration, type Infer, u8 } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { join, wordOf } from "../words.js";

/** Members of connections (`NFT_CT_*`): numbers are in host order unless stated otherwise. */
export const ctKey = enumeration("NFT_CT_", be32, {
  /** State of the packet, a bit set. */
  state: 0,
  /** Direction of the packet, 1 byte. */
  direction: 1,
  /** Status of the connection, a bit set. */
  status: 2,
  /** Mark. */
  mark: 3,
  /** Security mark. */
  secmark: 4,
  /** Time until the connection expires, in ms. */
  expiration: 5,
  /** Name of the helper, 16 bytes. */
  helper: 6,
  /** Protocol family, 1 byte. */
  l3protocol: 7,
  /** Source address. */
  src: 8,
  /** Destination address. */
  dst: 9,
  /** Transport protocol, 1 byte. */
  protocol: 10,
  /** Source port, in network order. */
  protoSrc: 11,
  /** Destination port, in network order. */
  protoDst: 12,
  /** Labels, 16 bytes. */
  labels: 13,
  /** Number of packets, 8 bytes. */
  pkts: 14,
  /** Number of bytes, 8 bytes. */
  bytes: 15,
  /** Average size of packets, 8 bytes. */
  avgpkt: 16,
  /** Zone, 2 bytes. */
  zone: 17,
  /** Events that are reported, a bit set; can only be set. */
  eventmask: 18,
  /** IPv4 source address; since 4.17. */
  srcIp: 19,
  /** IPv4 destination address; since 4.17. */
  dstIp: 20,
  /** IPv6 source address; since 4.17. */
  srcIp6: 21,
  /** IPv6 destination address; since 4.17. */
  dstIp6: 22,
  /** Id of the connection, in network order; since 5.2. */
  id: 23,
});

/** Directions of a connection (`IP_CT_DIR_*`). */
export const ctDirection = enumeration("IP_CT_DIR_", u8, { original: 0, reply: 1 });

/** Attributes of `ct` (`NFTA_CT_*`). */
export const exprCt = attributes("expr-ct-attrs", "NFTA_CT_", {
  /** Register that receives the value, to load. */
  dreg: [1, register],
  /** Member to load or set. */
  key: [2, ctKey],
  /** Direction, for members that each direction has. */
  direction: [3, ctDirection],
  /** Register with the value, to set. */
  sreg: [4, register],
});
/** Loads a member of the packet's connection into a register, or sets it. */
export interface CtExpr extends Infer<typeof exprCt> {}

const KEYS = { labels: "label", pkts: "packets", eventmask: "event", id: "unknown" };

/** Returns `ct` in nft's notation. */
export function ctText({ key, sreg, dreg, direction }: CtExpr): string {
  const name = wordOf(key, KEYS);
  return join(
    sreg !== undefined && `set ${name} with reg ${sreg}`,
    dreg !== undefined && `load ${name} => reg ${dreg}`,
    direction !== undefined && `, dir ${wordOf(direction)}`,
  );
}
