import { type Infer, kindOf, nest, type Other, subMessage } from "@rxnetlink/core/schema";
import { type BitwiseExpr, exprBitwise } from "./bitwise.js";
import { type ByteorderExpr, exprByteorder } from "./byteorder.js";
import { type CmpExpr, exprCmp } from "./cmp.js";
import { type ConnlimitExpr, exprConnlimit } from "./connlimit.js";
import { type CounterExpr, exprCounter } from "./counter.js";
import { type CtExpr, exprCt } from "./ct.js";
import { type DupExpr, exprDup } from "./dup.js";
import { type DynsetExpr, exprDynset } from "./dynset.js";
import { type ExthdrExpr, exprExthdr } from "./exthdr.js";
import { exprFib, type FibExpr } from "./fib.js";
import { exprFlowOffload, type FlowOffloadExpr } from "./flow-offload.js";
import { exprFwd, type FwdExpr } from "./fwd.js";
import { exprHash, type HashExpr } from "./hash.js";
import { exprImmediate, type ImmediateExpr } from "./immediate.js";
import { exprInner, type InnerExpr } from "./inner.js";
import { exprLast, type LastExpr } from "./last.js";
import { exprLimit, type LimitExpr } from "./limit.js";
import { exprLog, type LogExpr } from "./log.js";
import { exprLookup, type LookupExpr } from "./lookup.js";
import { exprMasq, type MasqExpr } from "./masq.js";
import { exprMatch, type MatchExpr } from "./match.js";
import { exprMeta, type MetaExpr } from "./meta.js";
import { exprNat, type NatExpr } from "./nat.js";
import { exprNotrack, type NotrackExpr } from "./notrack.js";
import { exprNumgen, type NumgenExpr } from "./numgen.js";
import { exprObjref, type ObjrefExpr } from "./objref.js";
import { exprOsf, type OsfExpr } from "./osf.js";
import { exprPayload, type PayloadExpr } from "./payload.js";
import { exprQueue, type QueueExpr } from "./queue.js";
import { exprQuota, type QuotaExpr } from "./quota.js";
import { exprRange, type RangeExpr } from "./range.js";
import { exprRedir, type RedirExpr } from "./redir.js";
import { exprReject, type RejectExpr } from "./reject.js";
import { exprRt, type RtExpr } from "./rt.js";
import { exprSocket, type SocketExpr } from "./socket.js";
import { exprSynproxy, type SynproxyExpr } from "./synproxy.js";
import { exprTarget, type TargetExpr } from "./target.js";
import { exprTproxy, type TproxyExpr } from "./tproxy.js";
import { exprTunnel, type TunnelExpr } from "./tunnel.js";
import { exprXfrm, type XfrmExpr } from "./xfrm.js";

/** `NFTA_EXPR_DATA`, by the name of the expression. */
export const expressionData = subMessage("name", {
  /** Calculates with the bits of a register. */
  bitwise: nest<BitwiseExpr>(exprBitwise),
  /** Converts numbers in a register between host and network order. */
  byteorder: nest<ByteorderExpr>(exprByteorder),
  /** Compares a register with bytes; the rule ends for the packet if that fails. */
  cmp: nest<CmpExpr>(exprCmp),
  /** Matches while no more connections than `count` met it; since 4.18. */
  connlimit: nest<ConnlimitExpr>(exprConnlimit),
  /** Counts packets and their bytes; a rule's counter begins with the values given. */
  counter: nest<CounterExpr>(exprCounter),
  /** Loads a member of the packet's connection into a register, or sets it. */
  ct: nest<CtExpr>(exprCt),
  /** Sends a copy of the packet to another host or link. */
  dup: nest<DupExpr>(exprDup),
  /** Adds an element to a set, updates or deletes it. */
  dynset: nest<DynsetExpr>(exprDynset),
  /** Loads bytes of an extension header or option into a register, or changes a TCP option. */
  exthdr: nest<ExthdrExpr>(exprExthdr),
  /** Looks up the route of an address; since 4.10. */
  fib: nest<FibExpr>(exprFib),
  /** Adds the packet's connection to a flowtable; since 4.16. */
  flow_offload: nest<FlowOffloadExpr>(exprFlowOffload),
  /** Sends the packet out of another link, from an ingress or egress hook. */
  fwd: nest<FwdExpr>(exprFwd),
  /** Calculates a hash, in host order. */
  hash: nest<HashExpr>(exprHash),
  /** Puts bytes into a register, or decides on the packet: the verdict is the data of register 0. */
  immediate: nest<ImmediateExpr>(exprImmediate),
  /** Applies an expression to the packet inside a tunnel; since 6.2. */
  inner: nest<InnerExpr>(exprInner),
  /** Remembers when the last packet met it; since 5.14. */
  last: nest<LastExpr>(exprLast),
  /** Matches while a rate is not exceeded. */
  limit: nest<LimitExpr>(exprLimit),
  /** Logs the packet. */
  log: nest<LogExpr>(exprLog),
  /** Looks a register up in a set; the rule ends for the packet if it is not there. A map gives its data. */
  lookup: nest<LookupExpr>(exprLookup),
  /** Translates the source address to that of the output link. */
  masq: nest<MasqExpr>(exprMasq),
  /** Match of xtables, as `iptables-nft` writes it. */
  match: nest<MatchExpr>(exprMatch),
  /** Loads metadata of the packet into a register, or sets it. */
  meta: nest<MetaExpr>(exprMeta),
  /** Translates the source or destination address and port of the connection. */
  nat: nest<NatExpr>(exprNat),
  /** Exempts the packet from connection tracking. */
  notrack: nest<NotrackExpr>(exprNotrack),
  /** Generates a number, in host order. */
  numgen: nest<NumgenExpr>(exprNumgen),
  /** Applies a stateful object, such as a named counter. */
  objref: nest<ObjrefExpr>(exprObjref),
  /** Guesses the sender's operating system from its SYN packet; since 4.20. */
  osf: nest<OsfExpr>(exprOsf),
  /** Loads bytes of the packet into a register, or writes bytes of a register to the packet. */
  payload: nest<PayloadExpr>(exprPayload),
  /** Queues the packet to a program, which decides on it. */
  queue: nest<QueueExpr>(exprQueue),
  /** Matches until a number of bytes has passed. */
  quota: nest<QuotaExpr>(exprQuota),
  /** Compares a register with a range of bytes. */
  range: nest<RangeExpr>(exprRange),
  /** Translates the destination address to this host. */
  redir: nest<RedirExpr>(exprRedir),
  /** Drops the packet, and sends an error. */
  reject: nest<RejectExpr>(exprReject),
  /** Loads a member of the packet's route. */
  rt: nest<RtExpr>(exprRt),
  /** Loads a member of the packet's local socket; since 4.18. */
  socket: nest<SocketExpr>(exprSocket),
  /** Answers SYN packets with cookies, and connects to the server only for real clients; since 5.3. */
  synproxy: nest<SynproxyExpr>(exprSynproxy),
  /** Target of xtables, as `iptables-nft` writes it. */
  target: nest<TargetExpr>(exprTarget),
  /** Hands the packet to a transparent local socket without changing it; since 4.19. */
  tproxy: nest<TproxyExpr>(exprTproxy),
  /** Loads the packet's metadata of a tunnel; since 4.19. */
  tunnel: nest<TunnelExpr>(exprTunnel),
  /** Loads a member of the IPsec states of the packet; since 4.20. */
  xfrm: nest<XfrmExpr>(exprXfrm),
});
/** Settings of an expression: one member, named after it. */
export interface ExpressionData extends Infer<typeof expressionData> {}

/** Name of an expression. */
export const expressionName = kindOf(expressionData);
/** Known names of expressions, or any other. */
export type ExpressionName = (typeof expressionName.words)[number] | Other;
