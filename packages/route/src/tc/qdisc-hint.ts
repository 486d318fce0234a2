import type { MessageSet } from "@rxnetlink/core";
import { extend, type Infer, nest, struct, u32 } from "@rxnetlink/core/schema";
import { RTM_DELQDISC, RTM_NEWQDISC } from "../common/rtm.js";
import { RTNLGRP_TC } from "../common/rtnlgrp.js";
import { tcHandle, tcmsgHead } from "./tcmsg.js";

/** What a message about a qdisc begins with: where the qdisc is. */
export const qdiscPlace = struct(
  "tcmsg",
  extend(tcmsgHead, {
    /** Its handle. */
    handle: tcHandle,
    /** The class it is in, or `TC_H_ROOT`. */
    parent: tcHandle,
    /** How many hold it. */
    info: u32,
  }),
);
/** Where a qdisc is. */
export interface QdiscHint extends Infer<typeof qdiscPlace> {}

/** Qdiscs, for those who need to know of no more than that there is another one. */
export const qdiscHint: MessageSet<QdiscHint> = {
  name: "qdisc",
  layout: nest<QdiscHint>(qdiscPlace),
  types: { new: RTM_NEWQDISC, delete: RTM_DELQDISC },
  groups: [RTNLGRP_TC],
};
