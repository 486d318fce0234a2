import { derived, enumeration, type Infer, s32, struct, u32 } from "@rxnetlink/core";
import { missing } from "../request.js";

/** What a `plug` is told to do (`TCQ_PLUG_*`). */
export const plugAction = enumeration("TCQ_PLUG_", s32, {
  /** Marks the end of what is held so far and holds what follows. */
  buffer: 0,
  /** Sends what is held up to the first mark. */
  releaseOne: 1,
  /** Sends everything until the next `buffer`. */
  releaseIndefinite: 2,
  /** Sets the limit. */
  limit: 3,
});

/** A limit is set where nothing else is to be done. */
function actionFor({ limit }: { limit?: number }): "limit" {
  if (limit === undefined) throw missing();
  return "limit";
}

/** Command to `plug`, which holds packets back until it is released (`struct tc_plug_qopt`). */
export const plugQopt = struct("tc_plug_qopt", {
  /** What is to be done; `"limit"` where a limit is given. */
  action: derived(plugAction, actionFor),
  /** Longest queue, in bytes, for the action `limit`, and of a new qdisc. */
  limit: derived(u32, () => 0),
});
/** Command to `plug`, which holds packets back until it is released. */
export interface PlugQdisc extends Infer<typeof plugQopt> {}
