// Connections over loopback, for captures.
import { sockets } from "./sockets.mjs";

const ALL = ["meminfo", "info", "vegasinfo", "cong", "tos", "tclass", "skmeminfo", "shutdown"];
export const V4 = { family: "inet", ext: ALL };
export const V6 = { family: "inet6", ext: ALL };

export const connection = (protocol = "IPPROTO_TCP", before = "", after = "") =>
  sockets(`
server = socket(AF_INET, SOCK_STREAM, ${protocol})
server.bind(("127.0.0.1", 8080))
server.listen(5)
client = socket(AF_INET, SOCK_STREAM, ${protocol})
${before}
client.connect(("127.0.0.1", 8080))
accepted, _ = server.accept()
client.send(b"hello")
${after}`);

/** An end whose remote port is that of the server. */
export const isClient = ({ dport, state }) => dport === 8080 && state === "established";
export const congestion = (name) =>
  connection("IPPROTO_TCP", `client.setsockopt(IPPROTO_TCP, 13, b"${name}")`);
