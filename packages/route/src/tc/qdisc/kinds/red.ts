import { EncodeError } from "@rxnetlink/core";
import {
  attributes,
  type Bitfield32,
  bitfield32,
  bytes,
  type Infer,
  nest,
  refine,
  struct,
  u32,
} from "@rxnetlink/core/schema";
import { type Input, replacedWhole, withDefaults } from "../../request.js";
import { withRedDefaults } from "../../values/red-parameters.js";
import { type RedQopt, redFlags, redQopt } from "../../values/red-qopt.js";

/** Settings of `red`, random early detection (`TCA_RED_*`). */
export const redAttributes = attributes("red-attrs", "TCA_RED_", {
  /** Thresholds. */
  parms: [1, nest<RedQopt>(redQopt)],
  /**
   * Decay table of the average while the queue is idle, see {@link redDamping}; write-only; computed for packets of
   * 1000 bytes by default.
   */
  stab: [2, bytes(256)],
  /** Probability at `qthMax`, as a fraction of 2^32; 0.02 by default. */
  maxP: [3, u32],
  /** Congestion signalling, including flags of newer kernels; since 5.6. */
  flags: [4, nest<Bitfield32>(bitfield32)],
  /** Shared block whose filters see packets that are dropped early; since 5.9. */
  earlyDropBlock: [5, u32],
  /** Shared block whose filters see packets that are marked; since 5.9. */
  markBlock: [6, u32],
});
/** Settings of `red`, random early detection. */
export interface Red extends Infer<typeof redAttributes> {}

/** Flags that fit in `parms`. */
const LEGACY_FLAGS = 7;

/** Removes the flags from `parms`: a decoded value has them twice, which the kernel refuses. */
function flagsOnce({ parms, flags: bits, ...given }: Input<Red>): Input<Red> {
  const legacy = redFlags.normalize!(parms?.flags ?? 0);
  if (bits === undefined || legacy === 0) return { ...given, parms, flags: bits };
  if ((Number(bits.value ?? 0) & LEGACY_FLAGS) !== legacy)
    throw new EncodeError("other flags are in parms.flags").at("flags");
  return { ...given, parms: { ...parms, flags: 0 }, flags: bits };
}

const replacedRed = replacedWhole(nest<Red>(redAttributes), ({ parms }) =>
  parms?.flags === undefined ? [] : ["flags"],
);

/** Layout of {@link Red}, which the kernel replaces as a whole. */
export const redQdisc = withDefaults(
  refine(replacedRed, {
    complete(value, current) {
      const all = replacedRed.complete!(value, current);
      const inBits = value.flags !== undefined && value.parms?.flags === undefined;
      return inBits && all?.parms !== undefined ? { ...all, parms: { ...all.parms, flags: 0 } } : all;
    },
  }),
  (given) => withRedDefaults(flagsOnce(given)),
);

/** Statistics of `red` (`struct tc_red_xstats`). */
export const redXstats = struct("tc_red_xstats", {
  /** Packets dropped early. */
  early: u32,
  /** Packets dropped because the queue was full. */
  pdrop: u32,
  /** Not used since 6.4. */
  other: u32,
  /** Packets marked. */
  marked: u32,
});
/** Statistics of `red`. */
export interface RedXstats extends Infer<typeof redXstats> {}
