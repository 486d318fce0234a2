import {
  attributes,
  binary,
  type Infer,
  nest,
  packed,
  padding,
  readOnly,
  string,
  struct,
  u16,
  u32,
  whole,
} from "@rxnetlink/core";
import { type TcfT, tcfT, tcGen } from "../action/act-gen.js";
import { filled } from "../request.js";
import { programCounted, type SockFilter, sockFilter } from "../values/sock-filter.js";

/** Parameters of the action `bpf` (`struct tc_act_bpf`). */
export const actBpfParms = struct("tc_act_bpf", tcGen);
/** Parameters of the action `bpf`. */
export interface ActBpfParms extends Infer<typeof actBpfParms> {}

/** Settings of the action `bpf`: a program decides (`TCA_ACT_BPF_*`). */
export const actBpfAttributes = attributes("act-bpf-attrs", "TCA_ACT_BPF_", {
  /** Times; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<ActBpfParms>(actBpfParms)],
  /** How many instructions a classic program has; written as they are many. */
  opsLen: [3, u16],
  /** A classic program. */
  ops: [4, packed(nest<SockFilter>(sockFilter))],
  /** File descriptor of a loaded program; write-only. */
  fd: [5, u32],
  /** Name of that program. */
  name: [6, string],
  /** Alignment. */
  pad: [7, padding],
  /** Digest of the program; read-only. */
  tag: [8, readOnly(binary)],
  /** Id of the program; read-only. */
  id: [9, readOnly(u32)],
});
/** Settings of the action `bpf`: a program decides. */
export interface BpfAction extends Infer<typeof actBpfAttributes> {}
/** The same, which the kernel replaces as a whole, and whose parameters it always wants. */
export const actBpf = filled(whole(nest<BpfAction>(actBpfAttributes)), (given) => ({
  parms: {},
  ...programCounted(given),
}));
