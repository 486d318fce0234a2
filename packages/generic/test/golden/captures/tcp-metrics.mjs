import { TCP_METRICS_CMD_GET, tcpMetricsFamily, tcpMetricsObject } from "../../../dist/tcp-metrics/index.js";
import { capturesIn } from "../family-captures.mjs";

const { message } = capturesIn({
  family: tcpMetricsFamily,
  messages: [tcpMetricsObject],
  folder: "tcp-metrics",
});

/** One connection over loopback, whose metrics the kernel keeps. */
const connect = (family, address) => `python3 -c '
import socket
server = socket.socket(socket.${family}); server.bind(("${address}", 0)); server.listen()
client = socket.create_connection(server.getsockname()[:2])
peer, _ = server.accept()
for _ in range(20):
  client.send(b"hello" * 1000); peer.recv(5000); peer.send(b"hello"); client.recv(5)
client.close(); peer.close()'`;

const entry = (name, family, address, member) =>
  message({
    name,
    before: ["ip link set lo up", connect(family, address)],
    types: [TCP_METRICS_CMD_GET],
    request: {
      type: TCP_METRICS_CMD_GET,
      flags: 0,
      layout: tcpMetricsObject.layout,
      value: { [member]: address },
    },
  });

export const captures = [
  entry("entry-ipv4", "AF_INET", "127.0.0.1", "addrIpv4"),
  entry("entry-ipv6", "AF_INET6", "::1", "addrIpv6"),
];
