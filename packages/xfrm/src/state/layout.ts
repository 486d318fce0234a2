import {
  attributes,
  enumeration,
  flag,
  flags,
  hex,
  type Infer,
  message,
  padding,
  readOnly,
  type Type,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { familyAddress } from "../common/address.js";
import { ifId } from "../common/if-id.js";
import { lifetimeCur } from "../common/lifetime.js";
import { markStruct } from "../common/mark.js";
import { type XfrmOffload, xfrmUserOffload } from "../common/offload.js";
import { secCtx } from "../common/sec-ctx.js";
import { algo, algoAead, algoAuth } from "./algorithms.js";
import { type XfrmEncapTmpl, xfrmEncapTmpl } from "./encap.js";
import { xfrmUsersaInfo } from "./info.js";
import {
  type XfrmReplayState,
  type XfrmReplayStateEsn,
  xfrmReplayState,
  xfrmReplayStateEsn,
} from "./replay.js";

/** Further flags of a state (`XFRM_SA_XFLAG_*`). */
export const xfrmSaXflags = flags("XFRM_SA_XFLAG_", u32, {
  /** Does not copy the DSCP of the inner header to the outer one. */
  dontEncapDscp: 1,
  /** The sequence number may wrap around. */
  oseqMayWrap: 2,
});

/** Directions of a state (`XFRM_SA_DIR_*`). */
export const xfrmSaDir = enumeration("XFRM_SA_DIR_", u8, { in: 1, out: 2 });

/** Attributes of states (`XFRMA_*`). */
export const xfrmStateAttributes = attributes("xfrm-state-attrs", "XFRMA_", {
  /** Algorithm for authentication, with the usual length of its check value. */
  algAuth: [1, algo],
  /** Algorithm for encryption. */
  algCrypt: [2, algo],
  /** Algorithm for compression. */
  algComp: [3, algo],
  /** Encapsulation, past a NAT. */
  encap: [4, xfrmEncapTmpl as Type<XfrmEncapTmpl>],
  /** Security context. */
  secCtx: [8, secCtx],
  /** What was used of the lifetime, to be set. */
  ltimeVal: [9, lifetimeCur],
  /** Counters against replay of at most 32 packets. */
  replayVal: [10, xfrmReplayState as Type<XfrmReplayState>],
  /** Packets after which counters are reported. */
  replayThresh: [11, u32],
  /** Time after which counters are reported, in 100 ms. */
  etimerThresh: [12, u32],
  /** Source, where a message has no other place for it. */
  srcaddr: [13, familyAddress],
  /** Care-of address of Mobile IPv6. */
  coaddr: [14, familyAddress],
  /** Time of the last use, in seconds since 1970. Read-only. */
  lastused: [15, readOnly(u64)],
  /** Algorithm that encrypts and authenticates. */
  algAead: [18, algoAead],
  /** Algorithm for authentication, with the length of its check value; used if both it and `algAuth` are given. */
  algAuthTrunc: [20, algoAuth],
  /** Mark that packets need; part of the identity. */
  mark: [21, markStruct],
  /** Length that packets are padded to, against traffic analysis. */
  tfcpad: [22, u32],
  /** Counters against replay with a window of any size; extended sequence numbers need them. */
  replayEsnVal: [23, xfrmReplayStateEsn as Type<XfrmReplayStateEsn>],
  /** Further flags; see {@link xfrmSaXflags}. */
  saExtraFlags: [24, xfrmSaXflags],
  /** Alignment. */
  pad: [27, padding],
  /** Device that does the work. */
  offloadDev: [28, xfrmUserOffload as Type<XfrmOffload>],
  /** Mark that packets get. */
  setMark: [29, hex(u32)],
  /** Bits of `setMark` that count; all by default. */
  setMarkMask: [30, hex(u32)],
  /** Id of the xfrm interfaces that use it; absent if none do. */
  ifId: [31, ifId],
  /** Least time between two reports of a peer's new address, in seconds. */
  mtimerThresh: [32, u32],
  /** Direction; since 6.10. */
  saDir: [33, xfrmSaDir],
  /** Seconds between packets that keep a NAT open; since 6.11. */
  natKeepaliveInterval: [34, u32],
  /** CPU that uses it; since 6.13. */
  saPcpu: [35, u32],
  /** IP-TFS: microseconds that a missing packet is waited for; since 6.14. */
  iptfsDropTime: [36, u32],
  /** IP-TFS: packets that are waited for out of order; since 6.14. */
  iptfsReorderWindow: [37, u16],
  /** IP-TFS: set if packets are not spread over several. Since 6.14. */
  iptfsDontFrag: [38, flag],
  /** IP-TFS: microseconds that packets are collected for; since 6.14. */
  iptfsInitDelay: [39, u32],
  /** IP-TFS: most bytes of packets that wait; since 6.14. */
  iptfsMaxQsize: [40, u32],
  /** IP-TFS: size of outer packets in bytes; 0 is the path MTU. Since 6.14. */
  iptfsPktSize: [41, u32],
});

/** Layout of `XFRM_MSG_NEWSA` and `XFRM_MSG_UPDSA`. */
export const xfrmStateMessage = message("xfrm-state", xfrmUsersaInfo, xfrmStateAttributes);
/** An IPsec state (security association): how packets from one address to another are protected. */
export interface XfrmState extends Infer<typeof xfrmStateMessage> {}
