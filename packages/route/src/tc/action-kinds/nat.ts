import {
  attributes,
  extend,
  flags,
  type Infer,
  ipv4,
  nest,
  orDefault,
  padding,
  readOnly,
  struct,
  u32,
  whole,
} from "@rxnetlink/core";
import { needed, type TcfT, tcfT, tcGenOk } from "../action/act-gen.js";
import { filled } from "../request.js";

/** Which address `nat` changes (`TCA_NAT_FLAG_*`). */
export const natFlags = flags("TCA_NAT_FLAG_", u32, {
  /** The source; else the destination. */
  egress: 1,
});

/** Parameters of `nat` (`struct tc_nat`). */
export const natParms = struct(
  "tc_nat",
  extend(tcGenOk, {
    /** The old address. */
    oldAddr: needed(ipv4, "0.0.0.0"),
    /** The new one. */
    newAddr: needed(ipv4, "0.0.0.0"),
    /** Which bits count; all by default. */
    mask: orDefault(ipv4, "255.255.255.255"),
    /** Which address. */
    flags: natFlags,
  }),
);
/** Parameters of `nat`. */
export interface NatParms extends Infer<typeof natParms> {}

/** Settings of `nat`: addresses are translated without state (`TCA_NAT_*`). */
export const actNatAttributes = attributes("act-nat-attrs", "TCA_NAT_", {
  /** Parameters. */
  parms: [1, nest<NatParms>(natParms)],
  /** Times; read-only. */
  tm: [2, readOnly(nest<TcfT>(tcfT))],
  /** Alignment. */
  pad: [3, padding],
});
/** Settings of `nat`: addresses are translated without state. */
export interface NatAction extends Infer<typeof actNatAttributes> {}
/** The same, which the kernel replaces as a whole, and whose parameters it always wants. */
export const actNat = filled(whole(nest<NatAction>(actNatAttributes)), (given) => ({ parms: {}, ...given }));
