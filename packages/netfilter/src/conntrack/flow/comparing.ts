import { be16, be32, refine, Writer } from "@rxnetlink/core/schema";

const ALL = 0xffff_ffff;

/** Mark; a match with the sibling `markMask` compares its bits only, and an absent mark is 0. */
export const maskedMark = refine(be32, {
  matcher(pattern, scope) {
    be32.write(new Writer(4), pattern as number);
    const { markMask = ALL } = (scope?.value ?? {}) as { markMask?: number };
    const wanted = ((pattern as number) & markMask) >>> 0;
    return (mark = 0) => ((mark as number) & markMask) >>> 0 === wanted;
  },
});

/** Bits to compare or to change; no object has it. */
export const bitsToCompare = refine(be32, {
  matcher(pattern) {
    be32.write(new Writer(4), pattern as number);
    return () => true;
  },
});

/** Zone; an absent one is 0. */
export const zone = refine(be16, {
  matcher(pattern) {
    be16.write(new Writer(2), pattern as number);
    return (there = 0) => there === pattern;
  },
});
