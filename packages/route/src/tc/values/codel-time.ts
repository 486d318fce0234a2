import { type Scalar, u32 } from "@rxnetlink/core";

/**
 * A time in µs that the kernel keeps in steps of `step`, rounding down, and reports in whole µs, rounding down again:
 * 5000 µs would be reported as 4999, and this sent back as 4998. A request holds the time that is reported as it was
 * asked for.
 */
const inSteps = (next: (us: number) => number): Scalar<number> => ({
  ...u32,
  write: (out, us) => u32.write(out, out.request && us > 0 && us < 0xffff_ffff ? next(us) : us),
});

/** In steps of 1024 ns, as `codel` and `fq_codel` keep times. */
export const codelTime = inSteps((us) => us + 1);

/** In steps of 64 ns, as `pie` and `fq_pie` keep them: multiples of 8 µs are kept as they are. */
export const pschedTime = inSteps((us) => (us % 8 === 0 ? us : us + 1));
