// Sockets of protocols that are modules, captured in a virtual machine.
import {
  dccpObject,
  rawObject,
  sctpObject,
  smcObject,
  tcpObject,
  tipcObject,
  vsockObject,
  xdpObject,
} from "../../../dist/index.js";
import { congestion, connection, isClient, V4 } from "../connection.mjs";
import { row, sockets, UP } from "../sockets.mjs";

const load = (...modules) => `modprobe -aq ${modules.join(" ")} || true`;

const TLS = connection(
  "IPPROTO_TCP",
  "",
  `client.setsockopt(IPPROTO_TCP, 31, b"tls")
client.setsockopt(282, 1, struct.pack("<HH8s16s4s8s", 0x303, 51, bytes(8), bytes(16), bytes(4), bytes(8)))`,
);

const DCCP = sockets(`
s = socket(AF_INET, 6, 33)
s.setsockopt(269, 2, struct.pack(">I", 42))
s.bind(("127.0.0.1", 8080))
s.listen(5)`);

/** Ports are those of the machine, not of a namespace. */
const vsock = (port) =>
  sockets(`
server = socket(AF_VSOCK, SOCK_STREAM)
server.bind((VMADDR_CID_ANY, ${port}))
server.listen(5)
client = socket(AF_VSOCK, SOCK_STREAM)
client.connect((1, ${port}))`);

const SMC = sockets(`
import ctypes
libc = ctypes.CDLL(None)
address = struct.pack("<H", AF_INET) + struct.pack(">H", 8080) + inet_aton("127.0.0.1") + bytes(8)
server = libc.socket(43, SOCK_STREAM, 0)
libc.bind(server, address, 16)
libc.listen(server, 5)
client = libc.socket(43, SOCK_STREAM, 0)
libc.connect(client, address, 16)`);

const XDP = sockets(`
import ctypes, mmap
s = socket(44, SOCK_RAW)
area = mmap.mmap(-1, 65536)
at = ctypes.addressof(ctypes.c_char.from_buffer(area))
s.setsockopt(283, 4, struct.pack("QQIIII", at, 65536, 4096, 0, 0, 0))
for ring, entries in ((5, 64), (6, 32), (2, 16), (3, 8)): s.setsockopt(283, ring, struct.pack("I", entries))
ctypes.CDLL(None).bind(s.fileno(), struct.pack("HHIII", 44, 2, 1, 0, 0), 16)`);

const TIPC = sockets(`
server = socket(AF_TIPC, SOCK_STREAM)
server.bind((TIPC_ADDR_NAMESEQ, 18888, 5, 5))
server.listen(5)
client = socket(AF_TIPC, SOCK_STREAM)
import threading
threading.Thread(target=server.accept, daemon=True).start()
client.connect((TIPC_ADDR_NAME, 18888, 5, 0))`);

const RAW = sockets(`
s = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)
s.connect(("127.0.0.1", 0))`);

const isEstablished = ({ state }) => state === "established";

export const captures = [
  row(tcpObject, "dctcp", [UP, load("tcp_dctcp"), congestion("dctcp")], V4, isClient),
  row(tcpObject, "vegas", [UP, load("tcp_vegas"), congestion("vegas")], V4, isClient),
  row(tcpObject, "tls", [UP, load("tls"), TLS], V4, ({ ulpInfo }) => ulpInfo !== undefined),
  row(rawObject, "icmp", [UP, load("raw_diag"), RAW], V4, () => true),
  row(
    sctpObject,
    "association",
    [UP, load("sctp", "sctp_diag"), connection("132")],
    V4,
    ({ dport, peers }) => dport === 8080 && peers !== undefined,
  ),
  row(sctpObject, "established", [UP, load("sctp", "sctp_diag"), connection("132")], V4, isClient),
  row(
    sctpObject,
    "listen",
    [UP, load("sctp", "sctp_diag"), connection("132")],
    V4,
    ({ state }) => state === "listen",
  ),
  row(dccpObject, "listen", [UP, load("dccp_ipv4", "dccp_diag"), DCCP], V4, () => true),
  row(vsockObject, "established", [load("vsock_loopback", "vsock_diag"), vsock(1234)], {}, isEstablished),
  row(
    vsockObject,
    "listen",
    [load("vsock_loopback", "vsock_diag"), vsock(1235)],
    {},
    ({ state }) => state === "listen",
  ),
  row(smcObject, "listen", [UP, load("smc", "smc_diag"), SMC], {}, ({ state }) => state === "listen"),
  row(smcObject, "connected", [UP, load("smc", "smc_diag"), SMC], {}, ({ dport }) => dport === 8080),
  row(xdpObject, "bound", [UP, load("xsk_diag"), XDP], {}, () => true),
  row(tipcObject, "connected", [load("tipc", "tipc_diag"), TIPC], {}, ({ sock }) => sock?.con !== undefined),
  row(
    tipcObject,
    "listen",
    [load("tipc", "tipc_diag"), TIPC],
    {},
    ({ sock }) => sock?.tipcState === "listen",
  ),
];
