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
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { requiredToCreate, type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Operations of `mpls` (`TCA_MPLS_ACT_*`). */
export const mplsAction = enumeration("TCA_MPLS_ACT_", s32, {
  /** Pops the outermost label. */
  pop: 1,
  /** Pushes a label. */
  push: 2,
  /** Changes the outermost label. */
  modify: 3,
  /** Decrements the outermost label's time to live. */
  decTtl: 4,
  /** Pushes a label in front of the Ethernet header; since 5.10. */
  macPush: 5,
});

/** Parameters of `mpls` (`struct tc_mpls`). */
export const mplsParms = struct(
  "tc_mpls",
  extend(tcGen, {
    /** Operation. */
    mAction: requiredToCreate(mplsAction, 0),
  }),
);
/** Parameters of `mpls`. */
export interface MplsParms extends Infer<typeof mplsParms> {}

/** Settings of `mpls`: pushes, changes and pops labels (`TCA_MPLS_*`). */
export const actMplsAttributes = attributes("act-mpls-attrs", "TCA_MPLS_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<MplsParms>(mplsParms)],
  /** Alignment. */
  pad: [3, padding],
  /** Ethernet protocol that follows a popped label, or that of a pushed one. */
  proto: [4, be16],
  /** Label, 20 bits. */
  label: [5, u32],
  /** Traffic class, 0 to 7. */
  tc: [6, u8],
  /** Time to live. */
  ttl: [7, u8],
  /** Bottom of stack, 0 or 1. */
  bos: [8, u8],
});
/** Settings of `mpls`: pushes, changes and pops labels. */
export interface MplsAction extends Infer<typeof actMplsAttributes> {}

/** Layout of {@link MplsAction}, without the protocol that the kernel reports for operations that take none. */
export const actMpls = withDefaults(whole(nest<MplsAction>(actMplsAttributes)), ({ proto, ...given }) => {
  const { mAction, refcnt = 0 } = given.parms ?? {};
  const reported = refcnt > 0 && (mAction === "modify" || mAction === "decTtl");
  return { parms: {}, ...given, ...(!reported && { proto }) };
});
