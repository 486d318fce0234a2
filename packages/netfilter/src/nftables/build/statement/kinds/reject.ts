import { EncodeError } from "@rxnetlink/core";
import type { RejectExpr } from "../../../expr/kinds/reject.js";
import type { Compiler } from "../../compile/compiler.js";
import { IP, IP6, type Protocol, transport } from "../../compile/protocol.js";
import type { Need, Statement } from "../../compile/statement.js";
import type { DataType, NftWord } from "../../value/data-type.js";
import { icmpCode, icmpv6Code, icmpxCode } from "../../value/types.js";
import type { IcmpCode, Icmpv6Code, IcmpxCode } from "../../value/words.js";
import { statement } from "../statement.js";

/** Rejects a packet of TCP. */
export interface RejectTcp {
  /** Resets the connection. */
  readonly tcp: "reset";
}

/** Rejects a packet of IPv4. */
export interface RejectIcmp {
  /** Code of ICMP. */
  readonly icmp: NftWord<IcmpCode>;
}

/** Rejects a packet of IPv6. */
export interface RejectIcmpv6 {
  /** Code of ICMPv6. */
  readonly icmpv6: NftWord<Icmpv6Code>;
}

/** Rejects a packet of either. */
export interface RejectIcmpx {
  /** Code for both IPv4 and IPv6. */
  readonly icmpx: NftWord<IcmpxCode>;
}

/** How a packet is rejected; one member. */
export type RejectOptions = RejectTcp | RejectIcmp | RejectIcmpv6 | RejectIcmpx;

const TCP = transport("tcp", 6);
const [UNREACH, RESET, BOTH] = ["icmpUnreach", "tcpRst", "icmpxUnreach"] as const;

/** Rejects the packet: by default the sender learns that the port is unreachable. `reject({ tcp: "reset" })`. */
export function reject(options?: RejectOptions): Statement {
  if (options === undefined) return statement("reject", (c) => c.emit("reject", unreachable(c)));
  if ("tcp" in options) return rejecting(TCP, () => ({ type: RESET, icmpCode: 0 }));
  if ("icmp" in options) return rejecting(IP, () => coded(UNREACH, icmpCode, options.icmp));
  if ("icmpv6" in options) return rejecting(IP6, () => coded(UNREACH, icmpv6Code, options.icmpv6));
  if ("icmpx" in options) return rejecting(undefined, () => coded(BOTH, icmpxCode, options.icmpx));
  throw new EncodeError("it needs one of tcp, icmp, icmpv6 and icmpx").at("reject");
}

function rejecting(protocol: Protocol | undefined, settings: () => RejectExpr): Statement {
  const needs: Need[] = protocol === undefined ? [] : [{ protocol }];
  return { ...statement("reject", (c) => c.emit("reject", settings()), needs), leading: true };
}

function coded<V>(type: NonNullable<RejectExpr["type"]>, codes: DataType<V>, code: V): RejectExpr {
  return { type, icmpCode: Number(codes.parse(code).from) };
}

/** "Port unreachable" of the protocol, or of both if it is not certain. */
function unreachable({ network }: Compiler): RejectExpr {
  if (network === IP) return coded(UNREACH, icmpCode, "port-unreachable");
  if (network === IP6) return coded(UNREACH, icmpv6Code, "port-unreachable");
  return coded(BOTH, icmpxCode, "port-unreachable");
}
