import { attributes, extend, type Infer, message, pad, struct, u8, u32 } from "@rxnetlink/core/schema";
import { ifId } from "../common/if-id.js";
import { markStruct } from "../common/mark.js";
import { usersaMembers } from "./info.js";
import { xfrmSaDir } from "./layout.js";

/** Fixed part of `XFRM_MSG_EXPIRE`. */
const xfrmUserExpire = struct(
  "xfrm_user_expire",
  extend(usersaMembers, {
    /** 1 if the state is gone, 0 if it will be soon. */
    hard: u8,
    padding3: pad(7),
  }),
);

const expireAttributes = attributes("xfrm-expire-attrs", "XFRMA_", {
  /** Mark that packets need. */
  mark: [21, markStruct],
  /** Id of the xfrm interfaces that use it; absent if none do. */
  ifId: [31, ifId],
  /** Direction; since 6.10. */
  saDir: [33, xfrmSaDir],
  /** CPU that uses it; since 6.13. */
  saPcpu: [35, u32],
});

/** Layout of `XFRM_MSG_EXPIRE`. */
export const stateExpireMessage = message("xfrm-state-expire", xfrmUserExpire, expireAttributes);
/** A state whose lifetime ended, as far as the kernel reports it. */
export interface XfrmExpiredState extends Infer<typeof stateExpireMessage> {}
