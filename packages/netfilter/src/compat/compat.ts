import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { NLM_F_ACK, nest } from "@rxnetlink/core/schema";
import { NFNL_SUBSYS_NFT_COMPAT, nfnlType } from "../common/subsystem.js";
import { type Compat, compatMessage } from "./layout.js";

/** Requests an extension of xtables. */
export const NFNL_MSG_COMPAT_GET = nfnlType(NFNL_SUBSYS_NFT_COMPAT, 0);

/** Messages of extensions of xtables (`NFNL_MSG_COMPAT_GET`). */
export const compatObject = defineObject({
  name: "compat",
  namedBy: ["family", "name", "rev", "type"],
  layout: nest<Compat>(compatMessage),
  types: { get: NFNL_MSG_COMPAT_GET },
  groups: [],
  verbs: ["get"],
  filters: [],
  // The kernel marks a single reply as part of several.
  getFlags: NLM_F_ACK,
  complete: (given) => ({ rev: 0, type: "match", ...given }),
});
/**
 * Verbs of extensions of xtables: `get$` emits a match or target if the kernel has it in that revision or a newer one. Without
 * `type` it is about a match, without `rev` about the first revision.
 */
export interface Compats extends ObjectOf<typeof compatObject> {}
