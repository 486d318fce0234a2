import { NLM_F_ACK } from "@rxnetlink/core/schema";
import { NETLINK_NETFILTER } from "../../../dist/index.js";
import { loggedPackets } from "../../../dist/log/binding.js";
import { logConfigMessage } from "../../../dist/log/config.js";
import { NFULNL_MSG_CONFIG } from "../../../dist/log/messages.js";
import { queueConfigMessage } from "../../../dist/queue/config.js";
import { NFQNL_MSG_CONFIG } from "../../../dist/queue/messages.js";
import { queuedPackets } from "../../../dist/queue/nfqueue.js";
import { messages } from "../../../dist-test/test/support/messages.js";

/** A packet that the command `run` sends, as the socket receives it that `request` binds. */
const packet = (object, name, before, request, run) => ({
  protocol: NETLINK_NETFILTER,
  layoutOf: messages.layoutOf,
  name: `${object.name}-${name}`,
  before,
  request: { ...request, what: `bind ${object.name}`, flags: NLM_F_ACK },
  run,
  types: [object.types.new],
});

/** Binds log group 5, whose packets leave one by one. */
const group = ({ copyMode = "packet", copyRange = 0, ...flags } = {}) => ({
  type: NFULNL_MSG_CONFIG,
  layout: logConfigMessage,
  value: {
    ...{ resId: 5, cmd: { command: "bind" }, mode: { copyMode, copyRange }, qthresh: 1 },
    flags: { seq: true, ...flags },
  },
});

/** Binds queue 3. */
const queue = ({ copyRange = 0, ...flags } = {}) => ({
  type: NFQNL_MSG_CONFIG,
  layout: queueConfigMessage,
  value: {
    ...{ resId: 3, cmd: { command: "bind" }, params: { copyMode: "packet", copyRange } },
    ...{ mask: flags, flags },
  },
});

const send = (address, text = "hello") => `bash -c 'printf ${text} > /dev/udp/${address}/99'`;
const UP = "ip link set lo up";
const VETH = `${UP}; ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up`;
const ADDRESS = "ip address add 192.0.2.1/24 dev v0";

/** Logs packets to group 5 at a hook. */
const logging = (family, hook, match = "udp dport 99 meta mark set 7") => [
  `nft add table ${family} t`,
  `nft 'add chain ${family} t c { type filter hook ${hook} priority 0; }'`,
  `nft 'add rule ${family} t c ${match} log prefix "hello " group 5'`,
];
/** A bridge that forwards what v0 sends, from v1 to w1. */
const BRIDGE = [
  `${VETH}; ip link add w0 type veth peer name w1; ip link set w0 up; ip link set w1 up`,
  "ip link add br0 type bridge; ip link set v1 master br0; ip link set w1 master br0; ip link set br0 up",
];
/** Sends a frame with a VLAN tag out of v0, whose payload is unspecified. */
const TAGGED = `python3 -c '
from socket import *
frame = bytes.fromhex("02000000000202000000000181002005" "0800" "4500001400000000401100007f0000017f000001")
socket(AF_PACKET, SOCK_RAW).sendto(frame, ("v0", 0))'`;

const logged = (name, before, options, address) =>
  packet(loggedPackets, name, before, group(options), send(address));
const queued = (name, before, options, address) =>
  packet(queuedPackets, name, before, queue(options), send(address));

export const captures = [
  logged("input", [UP, ...logging("inet", "input")], { seqGlobal: true }, "127.0.0.1"),
  logged("input-ipv6", [UP, ...logging("inet", "input")], {}, "::1"),
  logged("output", [UP, ...logging("inet", "output")], {}, "127.0.0.1"),
  logged("meta", [UP, ...logging("inet", "input")], { copyMode: "meta" }, "127.0.0.1"),
  logged("short", [UP, ...logging("inet", "input")], { copyRange: 30 }, "127.0.0.1"),
  logged("arp", [VETH, ADDRESS, ...logging("arp", "output", "")], {}, "192.0.2.2"),
  logged(
    "netdev",
    [VETH, ADDRESS, ...logging("netdev", "ingress device v1", "arp operation request")],
    {},
    "192.0.2.2",
  ),
  packet(
    loggedPackets,
    "bridge-vlan",
    [...BRIDGE, ...logging("bridge", "forward", "vlan id 5")],
    group(),
    TAGGED,
  ),
  queued(
    "output",
    [UP, "iptables-nft -A OUTPUT -p udp -j NFQUEUE --queue-num 3"],
    { uidGid: true },
    "127.0.0.1",
  ),
  queued(
    "input",
    [
      UP,
      "iptables-nft -t mangle -A INPUT -p udp -j MARK --set-mark 7",
      "iptables-nft -A INPUT -p udp -j NFQUEUE --queue-num 3",
    ],
    { copyRange: 30 },
    "127.0.0.1",
  ),
  queued("ipv6", [UP, "ip6tables-nft -A OUTPUT -p udp -j NFQUEUE --queue-num 3"], {}, "::1"),
];
