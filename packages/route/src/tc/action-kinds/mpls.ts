import {
  attributes,
  be16,
  enumeration,
  extend,
  type Infer,
  nest,
  padding,
  readOnly,
  s32,
  struct,
  u8,
  u32,
  whole,
} from "@rxnetlink/core";
import { needed, type TcfT, tcfT, tcGen } from "../action/act-gen.js";
import { filled } from "../request.js";

/** What `mpls` does (`TCA_MPLS_ACT_*`). */
export const mplsAction = enumeration("TCA_MPLS_ACT_", s32, {
  /** Takes the outermost label off. */
  pop: 1,
  /** Puts a label on. */
  push: 2,
  /** Changes the outermost label. */
  modify: 3,
  /** Counts its time to live down. */
  decTtl: 4,
  /** Puts a label before the Ethernet header; since 5.10. */
  macPush: 5,
});

/** Parameters of `mpls` (`struct tc_mpls`). */
export const mplsParms = struct(
  "tc_mpls",
  extend(tcGen, {
    /** What it does. */
    mAction: needed(mplsAction, 0),
  }),
);
/** Parameters of `mpls`. */
export interface MplsParms extends Infer<typeof mplsParms> {}

/** Settings of `mpls`: labels are put on, changed and taken off (`TCA_MPLS_*`). */
export const actMplsAttributes = attributes("act-mpls-attrs", "TCA_MPLS_", {
  /** Times; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<MplsParms>(mplsParms)],
  /** Alignment. */
  pad: [3, padding],
  /** Ethernet protocol that follows the last label, or that of the new one. */
  proto: [4, be16],
  /** The label, 20 bits. */
  label: [5, u32],
  /** Traffic class, 0 to 7. */
  tc: [6, u8],
  /** Time to live. */
  ttl: [7, u8],
  /** Bottom of the stack, 0 or 1. */
  bos: [8, u8],
});
/** Settings of `mpls`: labels are put on, changed and taken off. */
export interface MplsAction extends Infer<typeof actMplsAttributes> {}

/** The kernel reports a protocol also where it takes none. */
export const actMpls = filled(whole(nest<MplsAction>(actMplsAttributes)), ({ proto, ...given }) => {
  const { mAction, refcnt = 0 } = given.parms ?? {};
  const reported = refcnt > 0 && (mAction === "modify" || mAction === "decTtl");
  return { parms: {}, ...given, ...(!reported && { proto }) };
});
