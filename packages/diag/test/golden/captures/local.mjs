import { netlinkObject, packetObject, unixObject } from "../../../dist/index.js";
import { row, sockets, UP } from "../sockets.mjs";

const LISTENING = sockets(`
import os
path = "/tmp/diag-golden-" + str(os.getpid())
server = socket(AF_UNIX)
server.bind(path)
server.listen(3)
client = socket(AF_UNIX)
client.connect(path)
os.unlink(path)`);
const ABSTRACT = sockets(`
a = socket(AF_UNIX, SOCK_DGRAM)
a.bind(bytes(1) + b"one" + bytes(1) + b"two")
a.shutdown(SHUT_WR)`);
const CONNECTED = sockets(`
a, b = socketpair(AF_UNIX, SOCK_SEQPACKET)
a.send(b"hello")`);

const RING = sockets(`
s = socket(AF_PACKET, SOCK_RAW, htons(3))
s.bind(("lo", 3))
s.setsockopt(263, 10, struct.pack("i", 2))
s.setsockopt(263, 5, struct.pack("7I", 4096, 4, 2048, 8, 60, 0, 0))
s.setsockopt(263, 18, struct.pack("HH", 7, 0))
s.setsockopt(263, 1, struct.pack("iHH8s", 1, 0, 6, bytes([1, 0, 0x5e, 0, 0, 1, 0, 0])))
accept = struct.pack("HBBI", 6, 0, 0, 0xffff)
buffer = __import__("ctypes").create_string_buffer(accept)
s.setsockopt(SOL_SOCKET, 26, struct.pack("HxxxxxxP", 1, __import__("ctypes").addressof(buffer)))`);

const JOINED = sockets(`
s = socket(AF_NETLINK, SOCK_RAW, 0)
s.bind((7777, 0x11))
s.setsockopt(270, 1, 33)
s.setsockopt(270, 5, 1)`);

const any = () => true;

export const captures = [
  row(unixObject, "listen", [LISTENING], { states: ["listen"] }, any),
  row(unixObject, "abstract", [ABSTRACT], { states: ["close"] }, any),
  row(unixObject, "connected", [CONNECTED], { states: ["established"] }, ({ rqlen }) => rqlen.rqueue > 0),
  row(packetObject, "ring", [UP, RING], {}, any),
  row(netlinkObject, "joined", [JOINED], { protocol: "route" }, ({ portid }) => portid === 7777),
];
