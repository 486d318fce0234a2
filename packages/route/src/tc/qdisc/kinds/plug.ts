import { derived, enumeration, type Infer, s32, struct, u32 } from "@rxnetlink/core/schema";
import { missingMember } from "../../request.js";

/** Commands of `plug` (`TCQ_PLUG_*`). */
export const plugAction = enumeration("TCQ_PLUG_", s32, {
  /** Ends the current buffer of held packets and starts another. */
  buffer: 0,
  /** Releases the first buffer. */
  releaseOne: 1,
  /** Releases everything until the next `buffer`. */
  releaseIndefinite: 2,
  /** Sets the limit. */
  limit: 3,
});

/** Defaults the command to setting the limit. */
function actionFor({ limit }: { limit?: number }): "limit" {
  if (limit === undefined) throw missingMember();
  return "limit";
}

/** Command to `plug`, which holds packets until released (`struct tc_plug_qopt`). */
export const plugQopt = struct("tc_plug_qopt", {
  /** Command; `"limit"` when a limit is given. */
  action: derived(plugAction, actionFor),
  /** Maximum queue length, in bytes, for the command `limit` and for a new qdisc. */
  limit: derived(u32, () => 0),
});
/** Command to `plug`, which holds packets until released. */
export interface PlugQdisc extends Infer<typeof plugQopt> {}
