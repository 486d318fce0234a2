/**
 * Encapsulations of routes (`LWTUNNEL_ENCAP_*`).
 *
 * @module encap
 */

export { type BpfEncap, type BpfProg, bpfEncapAttributes, bpfProgAttributes } from "./bpf.js";
export { type Encap, encap, encapType } from "./formats.js";
export {
  type Ioam6Encap,
  type Ioam6TraceHdr,
  ioam6EncapAttributes,
  ioam6Mode,
  ioam6TraceHdr,
} from "./ioam6.js";
export { type IpEncap, ipEncapAttributes } from "./ip.js";
export { type Ip6Encap, ip6EncapAttributes } from "./ip6.js";
export { type MplsEncap, mplsEncapAttributes } from "./mpls.js";
export { type RplEncap, rplEncapAttributes } from "./rpl.js";
export {
  type Seg6Encap,
  type Seg6IptunnelEncap,
  seg6EncapAttributes,
  seg6IptunnelEncap,
  seg6Mode,
} from "./seg6.js";
export {
  type Seg6LocalBpf,
  type Seg6LocalCounters,
  type Seg6LocalEncap,
  type Seg6LocalFlavors,
  seg6LocalAction,
  seg6LocalBpfAttributes,
  seg6LocalCounterAttributes,
  seg6LocalEncapAttributes,
  seg6LocalFlavorAttributes,
} from "./seg6-local.js";
export {
  ipv6RplSrHdr,
  ipv6SrHdr,
  type RplHeader,
  rplHeader,
  type SegmentRoutingHeader,
  type Segments,
  segmentRoutingHeader,
} from "./segment-routing-header.js";
export {
  type EncapOptions,
  type ErspanOption,
  encapFlags,
  encapOptionsAttributes,
  erspanOptionAttributes,
  type GeneveOption,
  geneveOptionAttributes,
  type VxlanOption,
  vxlanOptionAttributes,
} from "./tunnel-options.js";
export { type XfrmEncap, xfrmEncapAttributes } from "./xfrm.js";
