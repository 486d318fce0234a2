import { enumeration, type Infer, nest, subMessage, u16 } from "@rxnetlink/core/schema";
import { type BpfEncap, bpfEncapAttributes } from "./bpf.js";
import { type Ioam6Encap, ioam6EncapAttributes } from "./ioam6.js";
import { type IpEncap, ipEncapAttributes } from "./ip.js";
import { type Ip6Encap, ip6EncapAttributes } from "./ip6.js";
import { type MplsEncap, mplsEncapAttributes } from "./mpls.js";
import { type RplEncap, rplEncapAttributes } from "./rpl.js";
import { type Seg6Encap, seg6EncapAttributes } from "./seg6.js";
import { type Seg6LocalEncap, seg6LocalEncapAttributes } from "./seg6-local.js";
import { type XfrmEncap, xfrmEncapAttributes } from "./xfrm.js";

/** Encapsulation of a route's packets (`LWTUNNEL_ENCAP_*`). */
export const encapType = enumeration("LWTUNNEL_ENCAP_", u16, {
  none: 0,
  mpls: 1,
  ip: 2,
  ila: 3,
  ip6: 4,
  seg6: 5,
  bpf: 6,
  seg6Local: 7,
  rpl: 8,
  ioam6: 9,
  xfrm: 10,
});

/** `RTA_ENCAP` and `NHA_ENCAP`, by the type of the encapsulation. */
export const encap = subMessage("encapType", {
  /** MPLS labels. */
  mpls: nest<MplsEncap>(mplsEncapAttributes),
  /** Tunnel over IPv4. */
  ip: nest<IpEncap>(ipEncapAttributes),
  /** Tunnel over IPv6. */
  ip6: nest<Ip6Encap>(ip6EncapAttributes),
  /** Segment routing over IPv6. */
  seg6: nest<Seg6Encap>(seg6EncapAttributes),
  /** BPF programs. */
  bpf: nest<BpfEncap>(bpfEncapAttributes),
  /** Segment routing: behaviour of this host at the end of a segment. */
  seg6Local: nest<Seg6LocalEncap>(seg6LocalEncapAttributes),
  /** RPL source routing. */
  rpl: nest<RplEncap>(rplEncapAttributes),
  /** In-situ operations, administration and maintenance. */
  ioam6: nest<Ioam6Encap>(ioam6EncapAttributes),
  /** XFRM interface. */
  xfrm: nest<XfrmEncap>(xfrmEncapAttributes),
});
/** Encapsulation of a route's packets: one member, named after its type. */
export interface Encap extends Infer<typeof encap> {}
