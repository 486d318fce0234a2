import { genlType } from "../../../dist/index.js";
import {
  MPTCP_PM_CMD_GET_LIMITS,
  MPTCP_PM_CMD_SET_LIMITS,
  mptcpEndpointObject,
  mptcpEventMessage,
  mptcpEvents,
  mptcpFamily,
  mptcpGroups,
  mptcpMessage,
} from "../../../dist/mptcp/index.js";
import { capturesIn } from "../family-captures.mjs";

const requests = {
  types: { set: MPTCP_PM_CMD_SET_LIMITS, get: MPTCP_PM_CMD_GET_LIMITS },
  layout: mptcpMessage,
};
const { message } = capturesIn({
  family: mptcpFamily,
  messages: [mptcpEndpointObject, requests],
  folder: "mptcp",
});
const get = mptcpEndpointObject.types.get;

const endpoint = (name, before, addr) =>
  message({
    name: `endpoint-${name}`,
    before,
    types: [get],
    request: { type: get, flags: 0, layout: mptcpMessage, value: { addr } },
  });
const link = "ip link add v0 type veth; ip link set v0 up; ip addr add 192.0.2.1/24 dev v0";

const types = Object.values(mptcpEvents.values).map((event) => [`event ${event}`, genlType(event)]);
const events = { types: Object.fromEntries(types), layout: mptcpEventMessage };
const inEvents = capturesIn({ family: mptcpFamily, messages: [events], folder: "mptcp-events" });
/** One connection over loopback. */
const CONNECT = `python3 -c '
import socket
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262)
server.bind(("127.0.0.1", 0)); server.listen()
client = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262)
client.connect(server.getsockname())
peer, _ = server.accept()
client.send(b"hello"); peer.recv(5); peer.send(b"hello"); client.recv(5)'`;

const event = (name) =>
  inEvents.message({
    name: `event-${name}`,
    before: ["ip link set lo up"],
    groups: [mptcpGroups.events],
    run: CONNECT,
    types: [genlType(mptcpEvents.values[name])],
  });

export const captures = [
  event("created"),
  event("established"),
  event("listenerCreated"),
  endpoint("of-link", [link, "ip mptcp endpoint add 192.0.2.1 id 4 dev v0 signal"], { id: 4 }),
  endpoint("ipv6", ["ip mptcp endpoint add 2001:db8::1 id 9 subflow backup"], { id: 9 }),
  endpoint("port", [link, "ip link set lo up; ip mptcp endpoint add 192.0.2.1 id 7 port 99 signal"], {
    id: 7,
  }),
  message({
    name: "limits",
    before: ["ip mptcp limits set subflow 2 add_addr_accepted 3"],
    types: [MPTCP_PM_CMD_GET_LIMITS],
    request: { type: MPTCP_PM_CMD_GET_LIMITS, flags: 0, layout: mptcpMessage, value: {} },
  }),
];
