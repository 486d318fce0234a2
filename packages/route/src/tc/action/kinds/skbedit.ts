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
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Parameters of `skbedit` (`struct tc_skbedit`). */
export const skbeditParms = struct("tc_skbedit", tcGen);
/** Parameters of `skbedit`. */
export interface SkbeditParms extends Infer<typeof skbeditParms> {}

/** Settings of `skbedit`: edits the packet's metadata in the kernel (`TCA_SKBEDIT_*`). */
export const actSkbeditAttributes = attributes("act-skbedit-attrs", "TCA_SKBEDIT_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<SkbeditParms>(skbeditParms)],
  /** Priority, or the handle of a class. */
  priority: [3, u32],
  /** Transmit queue. */
  queueMapping: [4, u16],
  /** Mark. */
  mark: [5, u32],
  /** Alignment. */
  pad: [6, padding],
  /** Packet type, `PACKET_*`: 0 to this host, 1 broadcast, 2 multicast, 3 to another host. */
  ptype: [7, u16],
  /** Mask for `mark`. */
  mask: [8, u32],
  /**
   * Flags: 32 takes the priority from DSCP, 64 the queue from the hash; the other `SKBEDIT_F_*` follow from the
   * members set.
   */
  flags: [9, u64],
  /** Last queue of the range from `queueMapping` in which the hash chooses; since 6.0. */
  queueMappingMax: [10, u16],
});
/** Settings of `skbedit`: edits the packet's metadata in the kernel. */
export interface SkbeditAction extends Infer<typeof actSkbeditAttributes> {}
/** Layout of {@link SkbeditAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actSkbedit = withDefaults(whole(nest<SkbeditAction>(actSkbeditAttributes)), (given) => ({
  parms: {},
  ...given,
}));
