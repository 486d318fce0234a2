import { flags, type Scalar, u32 } from "@rxnetlink/core";

/** What only the kernel says: it would refuse a request that has it, as one made of what was read does. */
const READ_ONLY = 4 | 8;
const given: Scalar<number> = { ...u32, write: (out, value) => u32.write(out, value & ~READ_ONLY) };

/** Whether the hardware applies a filter (`TCA_CLS_FLAGS_*`). */
export const clsFlags = flags("TCA_CLS_FLAGS_", given, {
  /** Not in hardware. */
  skipHw: 1,
  /** Only in hardware. */
  skipSw: 2,
  /** It is in hardware; read-only, and left out of requests. */
  inHw: 4,
  /** It is not; likewise. */
  notInHw: 8,
  /** Failures of the hardware are reported. */
  verbose: 16,
});
