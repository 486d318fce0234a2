import { flags, type Scalar, u32 } from "@rxnetlink/core/schema";

/** Flags that only the kernel sets: it would refuse a request with them, such as one made from a decoded value. */
const READ_ONLY = 4 | 8;
const given: Scalar<number> = { ...u32, write: (out, value) => u32.write(out, value & ~READ_ONLY) };

/** Hardware offload of a filter (`TCA_CLS_FLAGS_*`). */
export const clsFlags = flags("TCA_CLS_FLAGS_", given, {
  /** Keeps the filter out of the hardware. */
  skipHw: 1,
  /** Keeps the filter out of software. */
  skipSw: 2,
  /** In hardware; read-only, omitted from requests. */
  inHw: 4,
  /** Not in hardware; likewise. */
  notInHw: 8,
  /** Reports failures of the hardware. */
  verbose: 16,
});
