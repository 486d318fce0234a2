import {
  attributes,
  binary,
  flags,
  type Infer,
  nest,
  packed,
  readOnly,
  string,
  u16,
  u32,
  whole,
} from "@rxnetlink/core/schema";
import { acts } from "../../action/act.js";
import { actPolice } from "../../action/kinds/police.js";
import { withDefaults } from "../../request.js";
import { type SockFilter, sockFilter, withOpsLen } from "../../values/sock-filter.js";
import { clsFlags } from "./cls-flags.js";

/** Meaning of a `bpf` filter's result (`TCA_BPF_FLAG_*`). */
export const bpfFilterFlags = flags("TCA_BPF_FLAG_", u32, {
  /** Result is the verdict, `TC_ACT_*`, instead of a class. */
  actDirect: 1,
});

/** Settings of a `bpf` filter: a program classifies packets (`TCA_BPF_*`). */
export const bpfAttributes = attributes("bpf-attrs", "TCA_BPF_", {
  /** Actions on matching packets. */
  act: [1, acts],
  /** Policer, in the obsolete form; use `act`. */
  police: [2, actPolice],
  /** Class of matching packets. */
  classid: [3, u32],
  /** Number of instructions of a classic program; written from `ops`. */
  opsLen: [4, u16],
  /** Classic BPF program. */
  ops: [5, packed(nest<SockFilter>(sockFilter))],
  /** File descriptor of a loaded eBPF program; write-only. */
  fd: [6, u32],
  /** Name of the eBPF program. */
  name: [7, string],
  /** Meaning of the result. */
  flags: [8, bpfFilterFlags],
  /** Hardware offload. */
  flagsGen: [9, clsFlags],
  /** Digest of the eBPF program; read-only. */
  tag: [10, readOnly(binary)],
  /** Id of the eBPF program; read-only. */
  id: [11, readOnly(u32)],
});
/** Settings of a `bpf` filter: a program classifies packets. */
export interface BpfFilter extends Infer<typeof bpfAttributes> {}
/** Layout of {@link BpfFilter}, which the kernel replaces as a whole. */
export const bpfFilter = withDefaults(whole(nest<BpfFilter>(bpfAttributes)), withOpsLen);
