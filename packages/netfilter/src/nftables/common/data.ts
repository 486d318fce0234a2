import { attributes, binary, type Infer, nest } from "@rxnetlink/core/schema";
import { type Verdict, verdictAttributes } from "./verdict.js";

/** Attributes of what a register holds (`NFTA_DATA_*`). */
export const dataAttributes = attributes("data-attrs", "NFTA_DATA_", {
  /**
   * Bytes, at most 64. Their order is that of the data: of the network for parts of packets, of the host for most metadata.
   */
  value: [1, binary],
  /** Verdict. */
  verdict: [2, nest<Verdict>(verdictAttributes)],
});
/** Data for a register: bytes, or a verdict. */
export interface Data extends Infer<typeof dataAttributes> {}

/** Layout of {@link Data}. */
export const data = nest<Data>(dataAttributes);
