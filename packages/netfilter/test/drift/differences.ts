// Declarations that differ from the reference or are missing there, with the reason.
import type { DriftRules } from "@rxnetlink/drift";

export const differences: Pick<DriftRules, "subsets" | "choices" | "exceptions"> = {
  subsets: [],
  exceptions: {
    IPPROTO_: "in.h is not in the reference",
  },
};
