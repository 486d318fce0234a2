import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import {
  FC_NL_ASYNC_EVENT,
  type FcEvent,
  fcNlEvent,
  SCSI_NL_GRP_FC_EVENTS,
  SCSI_TRANSPORT_MSG,
} from "./layout.js";

/** Messages about events of Fibre Channel (`FC_NL_ASYNC_EVENT`). */
export const fcEventObject = defineObject({
  name: "fcEvent",
  namedBy: ["hostNo", "eventNum"],
  layout: nest<FcEvent>(fcNlEvent),
  types: { new: SCSI_TRANSPORT_MSG },
  accepts: ({ snlh }) => snlh.transport === "fc" && snlh.msgtype === FC_NL_ASYNC_EVENT,
  groups: [SCSI_NL_GRP_FC_EVENTS],
  verbs: ["notify"],
  filters: [],
});

/** Events of Fibre Channel, of all hosts. They reach the initial network namespace only. */
export interface FcEvents extends ObjectOf<typeof fcEventObject> {}
