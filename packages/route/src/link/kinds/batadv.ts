import { attributes, fixed, type Infer, word } from "@rxnetlink/core/schema";

/** Settings of a B.A.T.M.A.N. mesh (`IFLA_BATADV_*`); the others are in the `batadv` family of generic netlink. */
export const batadvAttributes = attributes("linkinfo-batadv-attrs", "IFLA_BATADV_", {
  /** Routing algorithm, `"BATMAN_IV"` or `"BATMAN_V"`; write-only. */
  algoName: [1, fixed(word("BATMAN_IV", "BATMAN_V"))],
});
/** Settings of a `batadv` link. */
export interface Batadv extends Infer<typeof batadvAttributes> {}
