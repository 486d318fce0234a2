// Connections as `conntrack -o xml,extended,id,ktimestamp` prints them, so that both can be compared as text.

import type { Conntrack, ConntrackCounters, Tuple } from "#src/conntrack/index.js";
import { conntrackStatus, sctpConntrack, tcpConntrack } from "#src/conntrack/index.js";
import { ipproto, nfproto } from "#src/index.js";

/** Names of the states of TCP; conntrack 1.4.7 prints those of SCTP by them too, by number. */
const STATES = [
  "NONE",
  "SYN_SENT",
  "SYN_RECV",
  "ESTABLISHED",
  "FIN_WAIT",
  "CLOSE_WAIT",
  "LAST_ACK",
  "TIME_WAIT",
  "CLOSE",
  "LISTEN",
];
/** Protocols that it has a name for. */
const NAMED = new Set(["tcp", "udp", "udplite", "icmp", "icmpv6", "sctp", "dccp", "gre"]);

const numberIn = (values: Readonly<Record<string, number>>, value: string | number = 0): number =>
  typeof value === "number" ? value : values[value]!;

const tag = (name: string, value: unknown) => (value === undefined ? "" : `<${name}>${value}</${name}>`);

function layer4({ proto = {} }: Tuple): string {
  const num = numberIn(ipproto.values, proto.num);
  const name = NAMED.has(String(proto.num)) ? proto.num : "unknown";
  const hex = (key = 0) => `0x${key.toString(16)}`;
  const ports =
    proto.num === "gre"
      ? tag("srckey", hex(proto.srcPort)) + tag("dstkey", hex(proto.dstPort))
      : tag("sport", proto.srcPort) + tag("dport", proto.dstPort);
  return `<layer4 protonum="${num}" protoname="${name}">${ports}</layer4>`;
}

function direction(
  name: string,
  family: Conntrack["family"],
  tuple: Tuple,
  counters?: ConntrackCounters,
): string {
  const layer3 = `<layer3 protonum="${numberIn(nfproto.values, family)}" protoname="${family}">${tag("src", tuple.ip?.src)}${tag("dst", tuple.ip?.dst)}</layer3>`;
  const counted = counters && tag("packets", counters.packets) + tag("bytes", counters.bytes);
  return `<meta direction="${name}">${layer3}${layer4(tuple)}${tag("zone", tuple.zone)}${tag("counters", counted)}</meta>`;
}

function independent({ protoinfo = {}, status = 0, timestamp, ...conntrack }: Conntrack): string {
  const { tcp, sctp } = protoinfo;
  const state = tcp ? numberIn(tcpConntrack.values, tcp.state) : numberIn(sctpConntrack.values, sctp?.state);
  const flag = (name: string, on: boolean) => (on ? `<${name}/>` : "");
  return [
    tag("state", (tcp ?? sctp) && STATES[state]),
    tag("mark", conntrack.mark),
    tag("zone", conntrack.zone),
    tag("use", conntrack.use),
    tag("id", conntrack.id),
    flag("assured", conntrackStatus.has(status, "assured")),
    flag("unreplied", !conntrackStatus.has(status, "seenReply")),
    tag("timestamp", timestamp && tag("start", timestamp.start) + tag("stop", timestamp.stop)),
  ].join("");
}

/** Returns a connection as XML, without the members that count down. */
export function toXml(conntrack: Conntrack): string {
  const { family, tupleOrig = {}, tupleReply = {}, countersOrig, countersReply } = conntrack;
  const original = direction("original", family, tupleOrig, countersOrig);
  const reply = direction("reply", family, tupleReply, countersReply);
  return `${original}${reply}<meta direction="independent">${independent(conntrack)}</meta>`;
}

/** Returns the connections in the output of `conntrack`, sorted, without the members that count down. */
export function flowsIn(output: string): string[] {
  return [...output.matchAll(/<flow(?: type="(\w+)")?>(.*)<\/flow>/g)].map(
    ([, type, flow = ""]) =>
      (type === undefined ? "" : `${type} `) + flow.replaceAll(/<(timeout|deltatime)>\d*<\/\1>/g, ""),
  );
}
