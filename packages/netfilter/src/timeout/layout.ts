import {
  attributes,
  be32,
  enumeration,
  type Infer,
  message,
  nest,
  readOnly,
  string,
  u8,
} from "@rxnetlink/core/schema";
import { l3proto, nfgenmsg } from "../common/nfgenmsg.js";
import { type TimeoutData, timeoutData } from "./data.js";

/** Transport protocols that have timeouts (`IPPROTO_*`). */
export const timeoutL4proto = enumeration("IPPROTO_", u8, {
  icmp: 1,
  tcp: 6,
  udp: 17,
  dccp: 33,
  gre: 47,
  icmpv6: 58,
  sctp: 132,
  udplite: 136,
  /** All others. */
  generic: 255,
});

/** Attributes of timeout policies (`CTA_TIMEOUT_*`). */
export const timeoutAttributes = attributes("timeout-attrs", "CTA_TIMEOUT_", {
  /** Name, of at most 31 bytes. */
  name: [1, string],
  /** Network protocol: `"ipv4"` or `"ipv6"`. */
  l3proto: [2, l3proto],
  /** Transport protocol; in a request follows from `data`. */
  l4proto: [3, timeoutL4proto],
  /** Timeouts under the name of the transport protocol, in seconds: `{ tcp: { established: 100 } }`. */
  data: [4, nest<TimeoutData>(timeoutData)],
  /** Number of references: 1 for the policy, and more for the rules that use it. Read-only. */
  use: [5, readOnly(be32)],
});

/** Layout of `IPCTNL_MSG_TIMEOUT_*`. */
export const timeoutMessage = message("timeout", nfgenmsg, timeoutAttributes);
/** A timeout policy: how long connections are remembered that a rule assigns it to. */
export interface Timeout extends Infer<typeof timeoutMessage> {}
