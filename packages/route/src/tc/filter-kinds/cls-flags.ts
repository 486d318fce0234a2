import { flags, u32 } from "@rxnetlink/core";

/** Whether the hardware applies a filter (`TCA_CLS_FLAGS_*`). */
export const clsFlags = flags("TCA_CLS_FLAGS_", u32, {
  /** Not in hardware. */
  skipHw: 1,
  /** Only in hardware. */
  skipSw: 2,
  /** It is in hardware; read-only. */
  inHw: 4,
  /** It is not; read-only. */
  notInHw: 8,
  /** Failures of the hardware are reported. */
  verbose: 16,
});
