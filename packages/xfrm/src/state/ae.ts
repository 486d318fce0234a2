import {
  attributes,
  extend,
  flags,
  type Infer,
  message,
  struct,
  type Type,
  u32,
} from "@rxnetlink/core/schema";
import { xfrmAddress } from "../common/address.js";
import { ifId } from "../common/if-id.js";
import { lifetimeCur } from "../common/lifetime.js";
import { markStruct } from "../common/mark.js";
import { usersaIdMembers } from "./info.js";
import { xfrmSaDir } from "./layout.js";
import {
  type XfrmReplayState,
  type XfrmReplayStateEsn,
  xfrmReplayState,
  xfrmReplayStateEsn,
} from "./replay.js";

/** What is requested of counters and thresholds, or why they are reported (`XFRM_AE_*`). */
export const xfrmAeFlags = flags("XFRM_AE_", u32, {
  /** The threshold of packets. */
  rthr: 1,
  /** Counters against replay. */
  rval: 2,
  /** What was used of the lifetime. */
  lval: 4,
  /** The threshold of time. */
  ethr: 8,
  /** Reported because of packets. */
  cr: 16,
  /** Reported because of time. */
  ce: 32,
  /** Reported because they were set. */
  cu: 64,
});

/** Fixed part of messages about counters of a state. */
const xfrmAeventId = struct(
  "xfrm_aevent_id",
  extend(usersaIdMembers, {
    /** Source. */
    saddr: xfrmAddress(-4),
    /** What is requested, or why it is reported; see {@link xfrmAeFlags}. */
    flags: xfrmAeFlags,
    /** Id that ties states to templates of policies. */
    reqid: u32,
  }),
);

const aeAttributes = attributes("xfrm-ae-attrs", "XFRMA_", {
  /** What was used of the lifetime. */
  ltimeVal: [9, lifetimeCur],
  /** Counters against replay of at most 32 packets. */
  replayVal: [10, xfrmReplayState as Type<XfrmReplayState>],
  /** Packets after which counters are reported. */
  replayThresh: [11, u32],
  /** Time after which counters are reported, in 100 ms. */
  etimerThresh: [12, u32],
  /** Mark that packets need. */
  mark: [21, markStruct],
  /** Counters against replay with a window of any size. */
  replayEsnVal: [23, xfrmReplayStateEsn as Type<XfrmReplayStateEsn>],
  /** Id of the xfrm interfaces that use it; absent if none do. */
  ifId: [31, ifId],
  /** Direction; since 6.10. */
  saDir: [33, xfrmSaDir],
  /** CPU that uses it; since 6.13. */
  saPcpu: [35, u32],
});

/** Layout of `XFRM_MSG_NEWAE` and `XFRM_MSG_GETAE`. */
export const aeMessage = message("xfrm-ae", xfrmAeventId, aeAttributes);
/** Counters and thresholds of a state, by which another host can take it over. */
export interface XfrmAe extends Infer<typeof aeMessage> {}
