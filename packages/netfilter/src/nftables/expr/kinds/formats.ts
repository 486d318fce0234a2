import { type Infer, kindOf, type Other, subMessage } from "@rxnetlink/core/schema";
import { exprBitwise } from "./bitwise.js";
import { exprByteorder } from "./byteorder.js";
import { exprCmp } from "./cmp.js";
import { exprConnlimit } from "./connlimit.js";
import { exprCounter } from "./counter.js";
import { exprCt } from "./ct.js";
import { exprDup } from "./dup.js";
import { exprDynset } from "./dynset.js";
import { exprExthdr } from "./exthdr.js";
import { exprFib } from "./fib.js";
import { exprFlowOffload } from "./flow-offload.js";
import { exprFwd } from "./fwd.js";
import { exprHash } from "./hash.js";
import { exprImmediate } from "./immediate.js";
import { exprInner } from "./inner.js";
import { exprLast } from "./last.js";
import { exprLimit } from "./limit.js";
import { exprLog } from "./log.js";
import { exprLookup } from "./lookup.js";
import { exprMasq } from "./masq.js";
import { exprMatch } from "./match.js";
import { exprMeta } from "./meta.js";
import { exprNat } from "./nat.js";
import { exprNotrack } from "./notrack.js";
import { exprNumgen } from "./numgen.js";
import { exprObjref } from "./objref.js";
import { exprOsf } from "./osf.js";
import { exprPayload } from "./payload.js";
import { exprQueue } from "./queue.js";
import { exprQuota } from "./quota.js";
import { exprRange } from "./range.js";
import { exprRedir } from "./redir.js";
import { exprReject } from "./reject.js";
import { exprRt } from "./rt.js";
import { exprSocket } from "./socket.js";
import { exprSynproxy } from "./synproxy.js";
import { exprTarget } from "./target.js";
import { exprTproxy } from "./tproxy.js";
import { exprTunnel } from "./tunnel.js";
import { exprXfrm } from "./xfrm.js";

/** `NFTA_EXPR_DATA`, by the name of the expression. */
export const expressionData = subMessage("name", {
  /** Calculates with the bits of a register. */
  bitwise: exprBitwise,
  /** Converts numbers in a register between host and network order. */
  byteorder: exprByteorder,
  /** Compares a register with bytes; the rule ends for the packet if that fails. */
  cmp: exprCmp,
  /** Matches while no more connections than `count` met it; since 4.18. */
  connlimit: exprConnlimit,
  /** Counts packets and their bytes; a rule's counter begins with the values given. */
  counter: exprCounter,
  /** Loads a member of the packet's connection into a register, or sets it. */
  ct: exprCt,
  /** Sends a copy of the packet to another host or link. */
  dup: exprDup,
  /** Adds an element to a set, updates or deletes it. */
  dynset: exprDynset,
  /** Loads bytes of an extension header or option into a register, or changes a TCP option. */
  exthdr: exprExthdr,
  /** Looks up the route of an address; since 4.10. */
  fib: exprFib,
  /** Adds the packet's connection to a flowtable; since 4.16. */
  flow_offload: exprFlowOffload,
  /** Sends the packet out of another link, from an ingress or egress hook. */
  fwd: exprFwd,
  /** Calculates a hash, in host order. */
  hash: exprHash,
  /** Puts bytes into a register, or decides on the packet: the verdict is the data of register 0. */
  immediate: exprImmediate,
  /** Applies an expression to the packet inside a tunnel; since 6.2. */
  inner: exprInner,
  /** Remembers when the last packet met it; since 5.14. */
  last: exprLast,
  /** Matches while a rate is not exceeded. */
  limit: exprLimit,
  /** Logs the packet. */
  log: exprLog,
  /** Looks a register up in a set; the rule ends for the packet if it is not there. A map gives its data. */
  lookup: exprLookup,
  /** Translates the source address to that of the output link. */
  masq: exprMasq,
  /** Match of xtables, as `iptables-nft` writes it. */
  match: exprMatch,
  /** Loads metadata of the packet into a register, or sets it. */
  meta: exprMeta,
  /** Translates the source or destination address and port of the connection. */
  nat: exprNat,
  /** Exempts the packet from connection tracking. */
  notrack: exprNotrack,
  /** Generates a number, in host order. */
  numgen: exprNumgen,
  /** Applies a stateful object, such as a named counter. */
  objref: exprObjref,
  /** Guesses the sender's operating system from its SYN packet; since 4.20. */
  osf: exprOsf,
  /** Loads bytes of the packet into a register, or writes bytes of a register to the packet. */
  payload: exprPayload,
  /** Queues the packet to a program, which decides on it. */
  queue: exprQueue,
  /** Matches until a number of bytes has passed. */
  quota: exprQuota,
  /** Compares a register with a range of bytes. */
  range: exprRange,
  /** Translates the destination address to this host. */
  redir: exprRedir,
  /** Drops the packet, and sends an error. */
  reject: exprReject,
  /** Loads a member of the packet's route. */
  rt: exprRt,
  /** Loads a member of the packet's local socket; since 4.18. */
  socket: exprSocket,
  /** Answers SYN packets with cookies, and connects to the server only for real clients; since 5.3. */
  synproxy: exprSynproxy,
  /** Target of xtables, as `iptables-nft` writes it. */
  target: exprTarget,
  /** Hands the packet to a transparent local socket without changing it; since 4.19. */
  tproxy: exprTproxy,
  /** Loads the packet's metadata of a tunnel; since 4.19. */
  tunnel: exprTunnel,
  /** Loads a member of the IPsec states of the packet; since 4.20. */
  xfrm: exprXfrm,
});
/** Settings of an expression: one member, named after it. */
export interface ExpressionData extends Infer<typeof expressionData> {}

/** Name of an expression. */
export const expressionName = kindOf(expressionData);
/** Known names of expressions, or any other. */
export type ExpressionName = (typeof expressionName.words)[number] | Other;
