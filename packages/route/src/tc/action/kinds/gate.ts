import {
  attributes,
  flag,
  type Infer,
  nest,
  padding,
  readOnly,
  repeated,
  s32,
  struct,
  u32,
  u64,
  whole,
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Entry of a gate's schedule (`TCA_GATE_ENTRY_*`). */
export const gateEntryAttributes = attributes("gate-entry-attrs", "TCA_GATE_ENTRY_", {
  /** Position in the schedule. */
  index: [1, u32],
  /** Set when the gate is open. */
  gate: [2, flag],
  /** Duration, in ns. */
  interval: [3, u32],
  /** Internal priority value that packets get in the switch; -1 keeps theirs. */
  ipv: [4, s32],
  /** Maximum number of bytes that pass; -1 is no limit. */
  maxOctets: [5, s32],
});
/** Entry of a gate's schedule. */
export interface GateEntry extends Infer<typeof gateEntryAttributes> {}

/** Schedule of a gate (`TCA_GATE_ONE_*`). */
export const gateEntryListAttributes = attributes("gate-entry-list", "TCA_GATE_ONE_", {
  /** Entries, in order. */
  entry: [1, repeated(nest<GateEntry>(gateEntryAttributes))],
});
/** Schedule of a gate. */
export interface GateEntryList extends Infer<typeof gateEntryListAttributes> {}

/** Parameters of `gate` (`struct tc_gate`). */
export const gateParms = struct("tc_gate", tcGen);
/** Parameters of `gate`. */
export interface GateParms extends Infer<typeof gateParms> {}

/** Settings of `gate`: lets packets pass by a schedule (802.1Qci); since 5.8 (`TCA_GATE_*`). */
export const actGateAttributes = attributes("act-gate-attrs", "TCA_GATE_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<GateParms>(gateParms)],
  /** Alignment. */
  pad: [3, padding],
  /** Priority; -1 is none. */
  priority: [4, s32],
  /** Schedule. */
  entryList: [5, nest<GateEntryList>(gateEntryListAttributes)],
  /** Start of the schedule, in ns of its clock. */
  baseTime: [6, u64],
  /** Length of a cycle, in ns; the sum of the intervals when absent. */
  cycleTime: [7, u64],
  /** Maximum extension of the last cycle before a new schedule, in ns. */
  cycleTimeExt: [8, u64],
  /** Not used. */
  flags: [9, u32],
  /** Clock of the schedule, `CLOCK_*`: 11 is TAI. */
  clockid: [10, s32],
});
/** Settings of `gate`: lets packets pass by a schedule (802.1Qci); since 5.8. */
export interface GateAction extends Infer<typeof actGateAttributes> {}
/** Layout of {@link GateAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actGate = withDefaults(whole(nest<GateAction>(actGateAttributes)), (given) => ({
  parms: {},
  ...given,
}));
