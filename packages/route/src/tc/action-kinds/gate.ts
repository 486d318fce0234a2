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
} from "@rxnetlink/core";
import { type TcfT, tcfT, tcGen } from "../action/act-gen.js";
import { filled } from "../request.js";

/** One entry of a gate's schedule (`TCA_GATE_ENTRY_*`). */
export const gateEntryAttributes = attributes("gate-entry-attrs", "TCA_GATE_ENTRY_", {
  /** Its number. */
  index: [1, u32],
  /** The gate is open. */
  gate: [2, flag],
  /** How long it lasts, in ns. */
  interval: [3, u32],
  /** Priority that packets get inside the switch; -1 leaves it. */
  ipv: [4, s32],
  /** Most bytes that pass; -1 is no limit. */
  maxOctets: [5, s32],
});
/** One entry of a gate's schedule. */
export interface GateEntry extends Infer<typeof gateEntryAttributes> {}

/** A gate's schedule (`TCA_GATE_ONE_*`). */
export const gateEntryListAttributes = attributes("gate-entry-list", "TCA_GATE_ONE_", {
  /** Its entries, in order. */
  entry: [1, repeated(nest<GateEntry>(gateEntryAttributes))],
});
/** A gate's schedule. */
export interface GateEntryList extends Infer<typeof gateEntryListAttributes> {}

/** Parameters of `gate` (`struct tc_gate`). */
export const gateParms = struct("tc_gate", tcGen);
/** Parameters of `gate`. */
export interface GateParms extends Infer<typeof gateParms> {}

/** Settings of `gate`: packets pass by a schedule (802.1Qci); since 5.8 (`TCA_GATE_*`). */
export const actGateAttributes = attributes("act-gate-attrs", "TCA_GATE_", {
  /** Times; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<GateParms>(gateParms)],
  /** Alignment. */
  pad: [3, padding],
  /** Priority; -1 is none. */
  priority: [4, s32],
  /** The schedule. */
  entryList: [5, nest<GateEntryList>(gateEntryListAttributes)],
  /** When it begins, in ns of its clock. */
  baseTime: [6, u64],
  /** Length of a cycle, in ns; computed where absent. */
  cycleTime: [7, u64],
  /** By how much the last cycle may be longer, in ns. */
  cycleTimeExt: [8, u64],
  /** Not used. */
  flags: [9, u32],
  /** The clock, `CLOCK_*`: 11 is TAI. */
  clockid: [10, s32],
});
/** Settings of `gate`: packets pass by a schedule (802.1Qci); since 5.8. */
export interface GateAction extends Infer<typeof actGateAttributes> {}
/** The same, which the kernel replaces as a whole, and whose parameters it always wants. */
export const actGate = filled(whole(nest<GateAction>(actGateAttributes)), (given) => ({
  parms: {},
  ...given,
}));
