import { type Scalar, u32 } from "@rxnetlink/core/schema";

/**
 * Time in µs that the kernel keeps in coarser steps, rounding down, and reports in whole µs, rounding down again:
 * 5000 µs would be reported as 4999, and this sent back as 4998. A request carries the time that is reported as
 * given.
 */
const timeInSteps = (next: (us: number) => number): Scalar<number> => ({
  ...u32,
  write: (out, us) => u32.write(out, out.request && us > 0 && us < 0xffff_ffff ? next(us) : us),
});

/** Time in steps of 1024 ns, as in `codel` and `fq_codel`. */
export const codelTime = timeInSteps((us) => us + 1);

/** Time in steps of 64 ns, as in `pie` and `fq_pie`; multiples of 8 µs are kept exactly. */
export const pschedTime = timeInSteps((us) => (us % 8 === 0 ? us : us + 1));
