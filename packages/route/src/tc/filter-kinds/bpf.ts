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
} from "@rxnetlink/core";
import { acts } from "../action/act.js";
import { actPolice } from "../action-kinds/police.js";
import { filled } from "../request.js";
import { programCounted, type SockFilter, sockFilter } from "../values/sock-filter.js";
import { clsFlags } from "./cls-flags.js";

/** What a `bpf` filter's result is (`TCA_BPF_FLAG_*`). */
export const bpfFilterFlags = flags("TCA_BPF_FLAG_", u32, {
  /** What is to be done with the packet, `TC_ACT_*`. */
  actDirect: 1,
});

/** Settings of a `bpf` filter: a program decides (`TCA_BPF_*`). */
export const bpfAttributes = attributes("bpf-attrs", "TCA_BPF_", {
  /** What is done with packets that match. */
  act: [1, acts],
  /** A policer, the old way. */
  police: [2, actPolice],
  /** Class of the packets that match. */
  classid: [3, u32],
  /** How many instructions a classic program has; written as they are many. */
  opsLen: [4, u16],
  /** A classic program. */
  ops: [5, packed(nest<SockFilter>(sockFilter))],
  /** File descriptor of a loaded program; write-only. */
  fd: [6, u32],
  /** Name of that program. */
  name: [7, string],
  /** What the result is. */
  flags: [8, bpfFilterFlags],
  /** Whether the hardware applies it. */
  flagsGen: [9, clsFlags],
  /** Digest of the program; read-only. */
  tag: [10, readOnly(binary)],
  /** Id of the program; read-only. */
  id: [11, readOnly(u32)],
});
/** Settings of a `bpf` filter: a program decides. */
export interface BpfFilter extends Infer<typeof bpfAttributes> {}
/** The same, which the kernel replaces as a whole. */
export const bpfFilter = filled(whole(nest<BpfFilter>(bpfAttributes)), programCounted);
