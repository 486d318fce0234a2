import {
  attributes,
  type Infer,
  nest,
  padding,
  readOnly,
  struct,
  u16,
  u32,
  u64,
  whole,
} from "@rxnetlink/core";
import { type TcfT, tcfT, tcGen } from "../action/act-gen.js";
import { filled } from "../request.js";

/** Parameters of `skbedit` (`struct tc_skbedit`). */
export const skbeditParms = struct("tc_skbedit", tcGen);
/** Parameters of `skbedit`. */
export interface SkbeditParms extends Infer<typeof skbeditParms> {}

/** Settings of `skbedit`: what the kernel knows of a packet is changed (`TCA_SKBEDIT_*`). */
export const actSkbeditAttributes = attributes("act-skbedit-attrs", "TCA_SKBEDIT_", {
  /** Times; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<SkbeditParms>(skbeditParms)],
  /** Priority; a class's handle where it is one. */
  priority: [3, u32],
  /** Queue that it leaves by. */
  queueMapping: [4, u16],
  /** Mark. */
  mark: [5, u32],
  /** Alignment. */
  pad: [6, padding],
  /** Packet type: 0 to this host, 1 broadcast, 2 multicast, 3 to another. */
  ptype: [7, u16],
  /** Which bits of the mark. */
  mask: [8, u32],
  /** 32 takes the priority from the diffserv field, 64 the queue from the hash; the other `SKBEDIT_F_*` follow from what is set. */
  flags: [9, u64],
  /** Last queue, of which the hash chooses one; since 6.0. */
  queueMappingMax: [10, u16],
});
/** Settings of `skbedit`: what the kernel knows of a packet is changed. */
export interface SkbeditAction extends Infer<typeof actSkbeditAttributes> {}
/** The same, which the kernel replaces as a whole, and whose parameters it always wants. */
export const actSkbedit = filled(whole(nest<SkbeditAction>(actSkbeditAttributes)), (given) => ({
  parms: {},
  ...given,
}));
