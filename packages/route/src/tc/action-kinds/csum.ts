import { attributes, flags, type Infer, nest, padding, struct, u32 } from "@rxnetlink/core";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Which checksums `csum` computes (`TCA_CSUM_UPDATE_FLAG_*`). */
export const csumFlags = flags("TCA_CSUM_UPDATE_FLAG_", u32, {
  /** That of the IPv4 header. */
  ipv4hdr: 1,
  /** ICMP. */
  icmp: 2,
  /** IGMP. */
  igmp: 4,
  /** TCP. */
  tcp: 8,
  /** UDP. */
  udp: 16,
  /** UDP-Lite. */
  udplite: 32,
  /** SCTP. */
  sctp: 64,
});

/** Parameters of `csum` (`struct tc_csum`). */
export const csumParms = struct("tc_csum", {
  ...tcGen,
  /** Which checksums. */
  updateFlags: csumFlags,
});
/** Parameters of `csum`. */
export interface CsumParms extends Infer<typeof csumParms> {}

/** Settings of `csum`: checksums are computed anew (`TCA_CSUM_*`). */
export const actCsumAttributes = attributes("act-csum-attrs", "TCA_CSUM_", {
  /** Parameters. */
  parms: [1, nest<CsumParms>(csumParms)],
  /** Times; read-only. */
  tm: [2, nest<TcfT>(tcfT)],
  /** Alignment. */
  pad: [3, padding],
});
/** Settings of `csum`: checksums are computed anew. */
export interface CsumAction extends Infer<typeof actCsumAttributes> {}
