import { type Infer, message, noAttributes, struct } from "@rxnetlink/core/schema";
import { XFRMNLGRP_SA } from "../common/groups.js";
import { XFRM_MSG_FLUSHSA } from "../common/messages.js";
import { xfrmProto } from "../common/proto.js";

const xfrmUsersaFlush = struct("xfrm_usersa_flush", {
  /** Protocol; 0 is all of them. */
  proto: xfrmProto,
});

/** Layout of `XFRM_MSG_FLUSHSA`. */
export const stateFlushMessage = message("xfrm-state-flush", xfrmUsersaFlush, noAttributes);
/** All states of a protocol, or of all, were removed. */
export interface XfrmStateFlush extends Infer<typeof stateFlushMessage> {}

/** Messages about the removal of all states. */
export const stateFlushes = {
  name: "xfrm-state-flush",
  layout: stateFlushMessage,
  types: { delete: XFRM_MSG_FLUSHSA },
  groups: [XFRMNLGRP_SA],
};
