import {
  attributes,
  be32,
  be64,
  fixed,
  type Infer,
  message,
  nest,
  padding,
  readOnly,
  u32,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { type Tuple, tupleAttributes } from "../tuple/layout.js";
import { bitsToCompare, maskedMark, zone } from "./comparing.js";
import { labels } from "./labels.js";
import { type Nat, nat } from "./nat.js";
import {
  type Counters,
  counterAttributes,
  type Help,
  helpAttributes,
  type Secctx,
  type Seqadj,
  type Synproxy,
  secctxAttributes,
  seqadjAttributes,
  synproxyAttributes,
  type Timestamp,
  timestampAttributes,
} from "./parts.js";
import { type Protoinfo, protoinfoAttributes } from "./protoinfo.js";
import { conntrackStatus } from "./status.js";

/** Members of the tuples by which the kernel filters a list (`CTA_FILTER_*`). */
export const conntrackFilterAttributes = attributes("filter-attrs", "CTA_FILTER_", {
  /** Members of `tupleOrig`, a bit each. */
  origFlags: [1, u32],
  /** Members of `tupleReply`, a bit each. */
  replyFlags: [2, u32],
});
/** Members of the tuples by which the kernel filters a list. */
export interface ConntrackFilter extends Infer<typeof conntrackFilterAttributes> {}

/** Attributes of connections (`CTA_*`). */
export const conntrackAttributes = attributes("conntrack-attrs", "CTA_", {
  /** Packets of the original direction, the key of a connection together with the zone. */
  tupleOrig: [1, nest<Tuple>(tupleAttributes)],
  /** Packets of the reply direction; in a new connection filled in with the inverse of `tupleOrig`. */
  tupleReply: [2, nest<Tuple>(tupleAttributes)],
  /** Status; see {@link conntrackStatus}. */
  status: [3, conntrackStatus],
  /** State of TCP, SCTP or DCCP. */
  protoinfo: [4, nest<Protoinfo>(protoinfoAttributes)],
  /** Helper. */
  help: [5, nest<Help>(helpAttributes)],
  /** Add: translation of the source; the kernel reports it as the difference of the tuples. */
  natSrc: [6, nest<Nat>(nat)],
  /** Seconds until it ends unless there are packets; absent if a flowtable forwards it, and when it ends. */
  timeout: [7, be32],
  /** Mark. In a match, `markMask` selects the bits. */
  mark: [8, maskedMark],
  /** Counters of the original direction. Read-only. */
  countersOrig: [9, readOnly(nest<Counters>(counterAttributes))],
  /** Counters of the reply direction. Read-only. */
  countersReply: [10, readOnly(nest<Counters>(counterAttributes))],
  /** References that the kernel holds. Read-only. */
  use: [11, readOnly(be32)],
  /** Number that mostly tells connections apart that had the same tuple; made from the address in the kernel's memory. */
  id: [12, be32],
  /** Add: translation of the destination; the kernel reports it as the difference of the tuples. */
  natDst: [13, nest<Nat>(nat)],
  /** `tupleOrig` of the connection that led to it. */
  tupleMaster: [14, fixed(nest<Tuple>(tupleAttributes))],
  /** Adjustment of sequence numbers of the original direction. */
  seqAdjOrig: [15, nest<Seqadj>(seqadjAttributes)],
  /** Adjustment of sequence numbers of the reply direction. */
  seqAdjReply: [16, nest<Seqadj>(seqadjAttributes)],
  /** Obsolete. */
  secmark: [17, padding],
  /** Zone, part of the key; absent is 0. */
  zone: [18, zone],
  /** Security context. Read-only. */
  secctx: [19, readOnly(nest<Secctx>(secctxAttributes))],
  /** Times. Read-only. */
  timestamp: [20, readOnly(nest<Timestamp>(timestampAttributes))],
  /** Bits of `mark` that a change writes and a match compares; all by default. */
  markMask: [21, bitsToCompare],
  /** Numbers of the labels that are set, 0 to 127; needs a rule that sets labels. */
  labels: [22, labels],
  /** Change: numbers of the labels that `labels` decides; all by default. */
  labelsMask: [23, labels],
  /** Proxy of SYN packets. */
  synproxy: [24, nest<Synproxy>(synproxyAttributes)],
  /** List: filled in from the tuples of the match. */
  filter: [25, nest<ConntrackFilter>(conntrackFilterAttributes)],
  /** List: filled in from `status`. */
  statusMask: [26, bitsToCompare],
  /** Time of the notification, in nanoseconds since 1970; since 6.14. Read-only. */
  timestampEvent: [27, readOnly(be64)],
});

/** Layout of `IPCTNL_MSG_CT_*`. */
export const conntrackMessage = message("conntrack", nfgenmsg, conntrackAttributes);
/** A tracked connection. */
export interface Conntrack extends Infer<typeof conntrackMessage> {}
