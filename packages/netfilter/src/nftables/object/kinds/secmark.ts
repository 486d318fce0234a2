import { attributes, type Infer, string } from "@rxnetlink/core/schema";

/** Attributes of a security mark (`NFTA_SECMARK_*`). */
export const secmarkAttributes = attributes("secmark-attrs", "NFTA_SECMARK_", {
  /** Security context, up to 4096 bytes. */
  ctx: [1, string],
});
/** Security mark, for packets that a rule assigns it to. */
export interface Secmark extends Infer<typeof secmarkAttributes> {}
