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
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { requiredToCreate, type TcfT, tcfT, tcGenOk } from "../act-gen.js";

/** Direction of `nat` (`TCA_NAT_FLAG_*`). */
export const natFlags = flags("TCA_NAT_FLAG_", u32, {
  /** Translates the source address; otherwise the destination. */
  egress: 1,
});

/** Parameters of `nat` (`struct tc_nat`). */
export const natParms = struct(
  "tc_nat",
  extend(tcGenOk, {
    /** Old address. */
    oldAddr: requiredToCreate(ipv4, "0.0.0.0"),
    /** New address. */
    newAddr: requiredToCreate(ipv4, "0.0.0.0"),
    /** Mask of the bits to translate; all by default. */
    mask: orDefault(ipv4, "255.255.255.255"),
    /** Direction. */
    flags: natFlags,
  }),
);
/** Parameters of `nat`. */
export interface NatParms extends Infer<typeof natParms> {}

/** Settings of `nat`: translates addresses statelessly (`TCA_NAT_*`). */
export const actNatAttributes = attributes("act-nat-attrs", "TCA_NAT_", {
  /** Parameters. */
  parms: [1, nest<NatParms>(natParms)],
  /** Timestamps; read-only. */
  tm: [2, readOnly(nest<TcfT>(tcfT))],
  /** Alignment. */
  pad: [3, padding],
});
/** Settings of `nat`: translates addresses statelessly. */
export interface NatAction extends Infer<typeof actNatAttributes> {}
/** Layout of {@link NatAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actNat = withDefaults(whole(nest<NatAction>(actNatAttributes)), (given) => ({
  parms: {},
  ...given,
}));
