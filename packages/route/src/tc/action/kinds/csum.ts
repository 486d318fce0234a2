import {
  attributes,
  extend,
  flags,
  type Infer,
  nest,
  padding,
  readOnly,
  struct,
  u32,
  whole,
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { requiredToCreate, type TcfT, tcfT, tcGenOk } from "../act-gen.js";

/** Checksums that `csum` recomputes (`TCA_CSUM_UPDATE_FLAG_*`). */
export const csumFlags = flags("TCA_CSUM_UPDATE_FLAG_", u32, {
  /** IPv4 header. */
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
export const csumParms = struct(
  "tc_csum",
  extend(tcGenOk, {
    /** Checksums to recompute. */
    updateFlags: requiredToCreate(csumFlags, 0),
  }),
);
/** Parameters of `csum`. */
export interface CsumParms extends Infer<typeof csumParms> {}

/** Settings of `csum`: recomputes checksums (`TCA_CSUM_*`). */
export const actCsumAttributes = attributes("act-csum-attrs", "TCA_CSUM_", {
  /** Parameters. */
  parms: [1, nest<CsumParms>(csumParms)],
  /** Timestamps; read-only. */
  tm: [2, readOnly(nest<TcfT>(tcfT))],
  /** Alignment. */
  pad: [3, padding],
});
/** Settings of `csum`: recomputes checksums. */
export interface CsumAction extends Infer<typeof actCsumAttributes> {}
/** Layout of {@link CsumAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actCsum = withDefaults(whole(nest<CsumAction>(actCsumAttributes)), (given) => ({
  parms: {},
  ...given,
}));
