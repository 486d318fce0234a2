import {
  attributes,
  binary,
  extend,
  type Infer,
  mac,
  nest,
  pad,
  padding,
  readOnly,
  struct,
  u16,
  whole,
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { requiredToCreate, type TcfT, tcfT, tcGen } from "../act-gen.js";

/**
 * Metadata that `ife` encodes or decodes: the four bytes to encode, or none to take the packet's own (`IFE_META_*`).
 */
export const ifeMetaAttributes = attributes("ife-meta-attrs", "IFE_META_", {
  /** Mark. */
  skbmark: [1, binary],
  /** Hash. */
  hashid: [2, binary],
  /** Priority. */
  prio: [3, binary],
  /** Queue. */
  qmap: [4, binary],
  /** Traffic control index, two bytes. */
  tcindex: [5, binary],
});
/** Metadata that `ife` encodes or decodes: the four bytes to encode, or none to take the packet's own. */
export interface IfeMeta extends Infer<typeof ifeMetaAttributes> {}

/** Parameters of `ife` (`struct tc_ife`). */
export const ifeParms = struct(
  "tc_ife",
  extend(tcGen, {
    /** 1 encodes, 0 decodes (`IFE_*`). */
    flags: requiredToCreate(u16, 0),
    _: pad(2),
  }),
);
/** Parameters of `ife`. */
export interface IfeParms extends Infer<typeof ifeParms> {}

/** Settings of `ife`: carries metadata between hosts in an inter-FE header (`TCA_IFE_*`). */
export const actIfeAttributes = attributes("act-ife-attrs", "TCA_IFE_", {
  /** Parameters. */
  parms: [1, nest<IfeParms>(ifeParms)],
  /** Timestamps; read-only. */
  tm: [2, readOnly(nest<TcfT>(tcfT))],
  /** Destination address of the frames. */
  dmac: [3, mac],
  /** Source address of the frames. */
  smac: [4, mac],
  /** Ethernet protocol of the frames; 0xed3e by default. */
  type: [5, u16],
  /** Metadata. */
  metalst: [6, nest<IfeMeta>(ifeMetaAttributes)],
  /** Alignment. */
  pad: [7, padding],
});
/** Settings of `ife`: carries metadata between hosts in an inter-FE header. */
export interface IfeAction extends Infer<typeof actIfeAttributes> {}
/** Layout of {@link IfeAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actIfe = withDefaults(whole(nest<IfeAction>(actIfeAttributes)), (given) => ({
  parms: {},
  ...given,
}));
