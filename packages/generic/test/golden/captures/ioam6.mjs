import {
  IOAM6_EVENT_TRACE,
  ioam6Family,
  ioam6Groups,
  ioam6NamespaceObject,
  ioam6SchemaObject,
  ioam6TraceObject,
} from "../../../dist/ioam6/index.js";
import { capturesIn } from "../family-captures.mjs";

const common = { family: ioam6Family, folder: "ioam6" };
const { message } = capturesIn({ ...common, messages: [ioam6NamespaceObject, ioam6SchemaObject] });
const traces = capturesIn({ family: ioam6Family, folder: "ioam6-events", messages: [ioam6TraceObject] });

const DUMP = 0x300;
const row = (name, { types, layout }, before) =>
  message({
    name,
    before,
    types: [types.get],
    request: { type: types.get, flags: DUMP, layout, value: {} },
    pick: (value) => value.nsId !== 0,
  });

/** Sends a packet with an empty trace over loopback. */
export const SEND_TRACE = `python3 -c '
import socket, struct
trace = struct.pack(">HBBI", 123, 14 << 3, 24, 0xffe00200)
option = struct.pack("BBBB", 0x31, 2 + len(trace) + 96, 0, 0) + trace + bytes(96)
sock = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
hop = struct.pack("BB", 0, 0) + bytes([1, 0]) + option
hop += bytes([1, (6 - len(hop)) % 8]) + bytes((6 - len(hop)) % 8)
hop = bytes([0, len(hop) // 8 - 1]) + hop[2:]
sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_HOPOPTS, hop)
sock.sendto(b"hello", ("::1", 9))'`;

export const captures = [
  row("namespace", ioam6NamespaceObject, [
    "ip ioam namespace add 123 data 0x11 wide 0x22",
    "ip ioam schema add 7 abcde",
    "ip ioam namespace set 123 schema 7",
  ]),
  row("schema", ioam6SchemaObject, ["ip ioam schema add 7 abcde"]),
  traces.message({
    name: "trace",
    before: [
      "ip link set lo up; sysctl -qw net.ipv6.conf.all.ioam6_enabled=1 net.ipv6.conf.lo.ioam6_enabled=1",
      "sysctl -qw net.ipv6.ioam6_id=5 net.ipv6.conf.lo.ioam6_id=6",
      "ip ioam namespace add 123 data 0x11 wide 0x22",
    ],
    groups: [ioam6Groups.events],
    run: SEND_TRACE,
    types: [IOAM6_EVENT_TRACE],
  }),
];
