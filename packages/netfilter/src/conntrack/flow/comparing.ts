import { be16, be32, refine } from "@rxnetlink/core/schema";

const ALL = 0xffff_ffff;

/** Mark; a match with the sibling `markMask` compares its bits only, and an absent mark is 0. */
export const maskedMark = refine(be32, {
  matcher(pattern, scope) {
    const { markMask = ALL } = (scope?.value ?? {}) as { markMask?: number };
    const wanted = ((pattern as number) & markMask) >>> 0;
    return (mark = 0) => ((mark as number) & markMask) >>> 0 === wanted;
  },
});

/** Bits to compare or to change; no object has it. */
export const bitsToCompare = refine(be32, { matcher: () => () => true });

/** Zone; an absent one is 0. */
export const zone = refine(be16, {
  matcher:
    (pattern) =>
    (there = 0) =>
      there === pattern,
});
