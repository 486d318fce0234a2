import { protocolDrift } from "../support/drift.js";

const OTHERS = "of other users of the connector, which are kernel modules and their daemons";
const ALIGNED = "the reference lacks members with an alignment of their own";

protocolDrift({
  folder: "proc",
  headers: ["cn_proc.h", "connector.h"],
  exceptions: {
    ack: "a struct without a name, in the union of proc_event",
    proc_event: "its union is a layout for each kind of event",
    "proc_event.timestampNs": ALIGNED,
    newer: "what is not known yet has no struct",
  },
  omissions: {
    CN_IDX_CIFS: OTHERS,
    CN_VAL_CIFS: OTHERS,
    CN_W1_: OTHERS,
    CN_IDX_V86D: OTHERS,
    CN_VAL_V86D_UVESAFB: OTHERS,
    CN_IDX_BB: OTHERS,
    CN_DST_: OTHERS,
    CN_IDX_DM: OTHERS,
    CN_VAL_DM_USERSPACE_LOG: OTHERS,
    CN_IDX_DRBD: OTHERS,
    CN_VAL_DRBD: OTHERS,
    CN_KVP_: OTHERS,
    CN_VSS_: OTHERS,
    CN_NETLINK_USERS: "a number of constants",
    CONNECTOR_MAX_MSG_SIZE: "process events are far smaller",
    PROC_EVENT_ALL: "all kinds together, which a request without kinds asks for",
  },
});
