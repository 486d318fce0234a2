import {
  attributes,
  be16,
  be32,
  be64,
  binary,
  enumeration,
  flags,
  type Infer,
  message,
  nest,
  padding,
  string,
  u8,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { chainPolicy } from "../chain/layout.js";
import { type Verdict, verdictAttributes } from "../common/verdict.js";
import { nfprotoNumber } from "../expr/nfproto.js";

/** Types of trace messages (`NFT_TRACETYPE_*`). */
export const traceType = enumeration("NFT_TRACETYPE_", be32, {
  unspec: 0,
  /** The packet met the policy of a base chain. */
  policy: 1,
  /** The packet came to the end of a chain. */
  return: 2,
  /** The packet matched a rule; without a handle, it came to the end of a chain. */
  rule: 3,
});

/** Direction of a packet in its connection (`IP_CT_DIR_*`). */
export const traceCtDirection = enumeration("IP_CT_DIR_", u8, { original: 0, reply: 1 });

/** State of the connection of a packet (`NF_CT_STATE_*_BIT`). */
export const traceCtState = flags("NF_CT_STATE_", be32, {
  invalid: 0x1,
  established: 0x2,
  related: 0x4,
  new: 0x8,
  untracked: 0x40,
});

/** Attributes of trace messages (`NFTA_TRACE_*`). Those from `llHeader` on come with the first message of a base chain. */
export const traceAttributes = attributes("nft-trace-attrs", "NFTA_TRACE_", {
  /** Name of the table. */
  table: [1, string],
  /** Name of the chain. */
  chain: [2, string],
  /** Handle of the rule. */
  ruleHandle: [3, be64],
  /** Type of the message. */
  type: [4, traceType],
  /** Verdict of the rule. */
  verdict: [5, nest<Verdict>(verdictAttributes)],
  /** Number of the packet, the same at all hooks. */
  id: [6, be32],
  /** Header of the link layer, up to 20 bytes. */
  llHeader: [7, binary],
  /** Header of the network layer, up to 40 bytes. */
  networkHeader: [8, binary],
  /** Header of the transport layer, up to 20 bytes. */
  transportHeader: [9, binary],
  /** Index of the link that received the packet. */
  iif: [10, be32],
  /** Hardware type of that link (`ARPHRD_*`). */
  iiftype: [11, be16],
  /** Index of the link that will send the packet. */
  oif: [12, be32],
  /** Hardware type of that link. */
  oiftype: [13, be16],
  /** Mark of the packet; absent if 0. */
  mark: [14, be32],
  /** Protocol family of the packet. */
  nfproto: [15, nfprotoNumber],
  /** Policy of the base chain. */
  policy: [16, chainPolicy],
  /** Alignment. */
  pad: [17, padding],
  /** Id of the connection; since 6.16, as the other members of it. */
  ctId: [18, be32],
  /** Direction of the packet in the connection. */
  ctDirection: [19, traceCtDirection],
  /** Status of the connection (`IPS_*`). */
  ctStatus: [20, be32],
  /** State of the connection. */
  ctState: [21, traceCtState],
});

/** Layout of `NFT_MSG_TRACE`. */
export const traceMessage = message("trace", nfgenmsg, traceAttributes);
/** One step of a traced packet. */
export interface TraceMessage extends Infer<typeof traceMessage> {}
