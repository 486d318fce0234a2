import { attributes, flags, type Infer, ipv4, nest, padding, struct, u32 } from "@rxnetlink/core";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Which address `nat` changes (`TCA_NAT_FLAG_*`). */
export const natFlags = flags("TCA_NAT_FLAG_", u32, {
  /** The source; else the destination. */
  egress: 1,
});

/** Parameters of `nat` (`struct tc_nat`). */
export const natParms = struct("tc_nat", {
  ...tcGen,
  /** The old address. */
  oldAddr: ipv4,
  /** The new one. */
  newAddr: ipv4,
  /** Which bits count. */
  mask: ipv4,
  /** Which address. */
  flags: natFlags,
});
/** Parameters of `nat`. */
export interface NatParms extends Infer<typeof natParms> {}

/** Settings of `nat`: addresses are translated without state (`TCA_NAT_*`). */
export const actNatAttributes = attributes("act-nat-attrs", "TCA_NAT_", {
  /** Parameters. */
  parms: [1, nest<NatParms>(natParms)],
  /** Times; read-only. */
  tm: [2, nest<TcfT>(tcfT)],
  /** Alignment. */
  pad: [3, padding],
});
/** Settings of `nat`: addresses are translated without state. */
export interface NatAction extends Infer<typeof actNatAttributes> {}
