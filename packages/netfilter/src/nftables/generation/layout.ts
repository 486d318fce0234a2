import { attributes, be32, type Infer, message, string } from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";

/** Attributes of generation messages (`NFTA_GEN_*`). */
export const generationAttributes = attributes("gen-attrs", "NFTA_GEN_", {
  /** Generation of the ruleset: each commit raises it by one. */
  id: [1, be32],
  /** Process that made the commit; of a reply, the one that asked. */
  procPid: [2, be32],
  /** Name of that process, up to 15 bytes. */
  procName: [3, string],
});

/** Layout of `NFT_MSG_NEWGEN` and `NFT_MSG_GETGEN`. */
export const generationMessage = message("generation", nfgenmsg, generationAttributes);
/** A generation of the ruleset. */
export interface Generation extends Infer<typeof generationMessage> {}
