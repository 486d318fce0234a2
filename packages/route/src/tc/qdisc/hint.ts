import type { MessageSet } from "@rxnetlink/core";
import { extend, type Infer, nest, struct, u32 } from "@rxnetlink/core/schema";
import { RTM_DELQDISC, RTM_NEWQDISC } from "../../common/rtm.js";
import { RTNLGRP_TC } from "../../common/rtnlgrp.js";
import { tcHandle, tcmsgHead } from "../tcmsg.js";

/** Fixed header of a qdisc message: the qdisc's place. */
const qdiscPlace = struct(
  "tcmsg",
  extend(tcmsgHead, {
    /** Handle. */
    handle: tcHandle,
    /** Parent class, or `TC_H_ROOT`. */
    parent: tcHandle,
    /** Reference count. */
    info: u32,
  }),
);
/** Place of a qdisc. */
export interface QdiscHint extends Infer<typeof qdiscPlace> {}

/** Qdisc messages reduced to the place, for objects that only need to know of another qdisc. */
export const qdiscHint: MessageSet<QdiscHint> = {
  name: "qdisc",
  layout: nest<QdiscHint>(qdiscPlace),
  types: { new: RTM_NEWQDISC, delete: RTM_DELQDISC },
  groups: [RTNLGRP_TC],
};
