import { attributes, type Infer } from "@rxnetlink/core/schema";

/** Attributes of `notrack`, which has none. */
export const exprNotrack = attributes("expr-notrack-attrs", "NFTA_NOTRACK_", {});
/** Exempts the packet from connection tracking. */
export interface NotrackExpr extends Infer<typeof exprNotrack> {}

/** Returns `notrack` in nft's notation. */
export const notrackText = (): string => "";
