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
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { type SockFilter, sockFilter, withOpsLen } from "../../values/sock-filter.js";
import { type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Parameters of the action `bpf` (`struct tc_act_bpf`). */
export const actBpfParms = struct("tc_act_bpf", tcGen);
/** Parameters of the action `bpf`. */
export interface ActBpfParms extends Infer<typeof actBpfParms> {}

/** Settings of the action `bpf`: a program decides on the packet (`TCA_ACT_BPF_*`). */
export const actBpfAttributes = attributes("act-bpf-attrs", "TCA_ACT_BPF_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<ActBpfParms>(actBpfParms)],
  /** Number of instructions of a classic program; written from `ops`. */
  opsLen: [3, u16],
  /** Classic BPF program. */
  ops: [4, packed(nest<SockFilter>(sockFilter))],
  /** File descriptor of a loaded eBPF program; write-only. */
  fd: [5, u32],
  /** Name of the eBPF program. */
  name: [6, string],
  /** Alignment. */
  pad: [7, padding],
  /** Digest of the eBPF program; read-only. */
  tag: [8, readOnly(binary)],
  /** Id of the eBPF program; read-only. */
  id: [9, readOnly(u32)],
});
/** Settings of the action `bpf`: a program decides on the packet. */
export interface BpfAction extends Infer<typeof actBpfAttributes> {}
/** Layout of {@link BpfAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actBpf = withDefaults(whole(nest<BpfAction>(actBpfAttributes)), (given) => ({
  parms: {},
  ...withOpsLen(given),
}));
