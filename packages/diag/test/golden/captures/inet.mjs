import { mptcpObject, tcpObject, udpliteObject, udpObject } from "../../../dist/index.js";
import { congestion, connection, isClient, V4, V6 } from "../connection.mjs";
import { notification, row, sockets, UP } from "../sockets.mjs";

const MD5 = sockets(`
server = socket(AF_INET, SOCK_STREAM)
address = struct.pack("<H2s4s120s", AF_INET, bytes(2), inet_aton("192.0.2.1"), bytes(120))
server.setsockopt(IPPROTO_TCP, 14, address + struct.pack("<BBHi80s", 0, 0, 6, 0, b"secret"))
server.bind(("127.0.0.1", 179))
server.listen(5)`);

const ENDED = sockets(`
server = create_server(("127.0.0.1", 8080))
client = create_connection(("127.0.0.1", 8080))
accepted, _ = server.accept()
client.send(b"hello")
client.close()
accepted.recv(10)
accepted.close()`);

export const captures = [
  row(
    tcpObject,
    "listen",
    [UP, sockets(`server = create_server(("::", 80), family=AF_INET6)`)],
    V6,
    ({ sport }) => sport === 80,
  ),
  row(tcpObject, "established", [UP, connection()], V4, isClient),
  row(tcpObject, "bbr", [UP, congestion("bbr")], V4, isClient),
  row(tcpObject, "subflow", [UP, connection("262")], V4, isClient),
  row(tcpObject, "md5sig", [UP, MD5], V4, ({ md5sig }) => md5sig !== undefined),
  row(tcpObject, "time-wait", [UP, ENDED], V4, ({ state }) => state === "timeWait"),
  notification(tcpObject, "destroyed", `${UP}; ${ENDED}`, ({ info }) => info?.bytesAcked > 1n),
  row(
    udpObject,
    "connected",
    [UP, sockets(`s = socket(AF_INET6, SOCK_DGRAM)\ns.bind(("::1", 53))\ns.connect(("::1", 5353))`)],
    V6,
    ({ dport }) => dport === 5353,
  ),
  row(
    udpObject,
    "bound",
    [
      UP,
      sockets(
        `s = socket(AF_INET, SOCK_DGRAM)\ns.setsockopt(SOL_SOCKET, 36, 7)\ns.setsockopt(SOL_SOCKET, 25, b"lo")\ns.bind(("0.0.0.0", 53))`,
      ),
    ],
    V4,
    ({ sport }) => sport === 53,
  ),
  notification(
    udpObject,
    "destroyed",
    `${UP}; python3 -c 'from socket import *; s = socket(AF_INET, SOCK_DGRAM); s.bind(("127.0.0.1", 53))'`,
    ({ sport }) => sport === 53,
  ),
  row(
    udpliteObject,
    "bound",
    [sockets(`s = socket(AF_INET, SOCK_DGRAM, 136)\ns.bind(("0.0.0.0", 53))`)],
    V4,
    () => true,
  ),
  row(mptcpObject, "established", [UP, connection("262")], V4, isClient),
];
