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
} from "@rxnetlink/core";
import { needed, type TcfT, tcfT, tcGen } from "../action/act-gen.js";
import { filled } from "../request.js";

/** Metadata that `ife` writes or reads: four bytes that it writes, or none where it takes the packet's (`IFE_META_*`). */
export const ifeMetaAttributes = attributes("ife-meta-attrs", "IFE_META_", {
  /** The mark. */
  skbmark: [1, binary],
  /** The hash. */
  hashid: [2, binary],
  /** The priority. */
  prio: [3, binary],
  /** The queue. */
  qmap: [4, binary],
  /** The traffic control index, two bytes. */
  tcindex: [5, binary],
});
/** Metadata that `ife` writes or reads: four bytes that it writes, or none where it takes the packet's. */
export interface IfeMeta extends Infer<typeof ifeMetaAttributes> {}

/** Parameters of `ife` (`struct tc_ife`). */
export const ifeParms = struct(
  "tc_ife",
  extend(tcGen, {
    /** 1 wraps, 0 unwraps. */
    flags: needed(u16, 0),
    _: pad(2),
  }),
);
/** Parameters of `ife`. */
export interface IfeParms extends Infer<typeof ifeParms> {}

/** Settings of `ife`: metadata go into a header between machines (`TCA_IFE_*`). */
export const actIfeAttributes = attributes("act-ife-attrs", "TCA_IFE_", {
  /** Parameters. */
  parms: [1, nest<IfeParms>(ifeParms)],
  /** Times; read-only. */
  tm: [2, readOnly(nest<TcfT>(tcfT))],
  /** Destination address of the frames. */
  dmac: [3, mac],
  /** Source address of the frames. */
  smac: [4, mac],
  /** Ethernet protocol of the frames; 0xed3e by default. */
  type: [5, u16],
  /** The metadata. */
  metalst: [6, nest<IfeMeta>(ifeMetaAttributes)],
  /** Alignment. */
  pad: [7, padding],
});
/** Settings of `ife`: metadata go into a header between machines. */
export interface IfeAction extends Infer<typeof actIfeAttributes> {}
/** The same, which the kernel replaces as a whole, and whose parameters it always wants. */
export const actIfe = filled(whole(nest<IfeAction>(actIfeAttributes)), (given) => ({ parms: {}, ...given }));
