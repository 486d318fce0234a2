import { capturesOf } from "../../../../../tools/capture.mjs";
import { NETLINK_NETFILTER, timeoutObject } from "../../../dist/index.js";
import { messages } from "../../../dist-test/test/support/messages.js";

const { reply, row } = capturesOf({ protocol: NETLINK_NETFILTER, layoutOf: messages.layoutOf });

const added = (name, protocol, timeouts) => [`nfct add timeout ${name} ${protocol} ${timeouts}`];
const any = () => true;

export const captures = [
  reply(timeoutObject, "tcp", added("web", "inet tcp", "established 100 close 10"), { name: "web" }),
  row(timeoutObject, "udp", added("dns", "inet6 udp", "unreplied 10 replied 20"), {}, any),
  row(timeoutObject, "icmp", added("ping", "inet icmp", "timeout 5"), {}, any),
  row(timeoutObject, "sctp", added("sig", "inet sctp", "established 50"), {}, any),
  row(timeoutObject, "gre", added("vpn", "inet gre", "replied 70"), {}, any),
  row(timeoutObject, "generic", added("rest", "inet generic", "timeout 17"), {}, any),
];
