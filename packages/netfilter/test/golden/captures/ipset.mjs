import { capturesOf } from "../../../../../tools/capture.mjs";
import { NLM_F_ACK, NLM_F_EXCL } from "../../../../core/dist/schema.js";
import { NETLINK_NETFILTER } from "../../../dist/index.js";
import { ipsetMessages } from "../../../dist/ipset/set/set.js";
import { messages } from "../../../dist-test/test/support/messages.js";

const { row, end } = capturesOf({ protocol: NETLINK_NETFILTER, layoutOf: messages.layoutOf });

/** The kernel answers by the type of the request. */
const { types, ...rest } = ipsetMessages;
const listed = { ...rest, types: { ...types, new: types.get } };

const set = (name, type, ...elements) =>
  row(listed, name, [`ipset create s ${type}`, ...elements.map((it) => `ipset add s ${it}`)], {});

export const captures = [
  set("bitmap-ip-mac", "bitmap:ip,mac range 192.0.2.0/24", "192.0.2.1,02:00:00:00:00:01", "192.0.2.2"),
  set("bitmap-port", "bitmap:port range 80-90 counters", "80 packets 3 bytes 300"),
  set("hash-ip-empty", "hash:ip family inet6 hashsize 64 maxelem 10 netmask 64"),
  set(
    "hash-net",
    "hash:net timeout 600 counters comment skbinfo",
    '192.0.2.0/24 comment "a net" skbmark 0x1/0xff skbprio 1:10 skbqueue 2',
    "192.0.2.7 nomatch timeout 0",
  ),
  set("hash-net-iface", "hash:net,iface", "192.0.2.0/24,physdev:eth0", "198.51.100.0/24,ppp wildcard"),
  set("hash-ip-port-net", "hash:ip,port,net family inet6", "2001:db8::1,udp:53,2001:db8::/32"),
  row(
    ipsetMessages,
    "list-set",
    ["ipset create a hash:ip", "ipset create s list:set", "ipset add s a"],
    {},
    ({ typename }) => typename === "list:set",
  ),
  end("ipset-error-nameless", ipsetMessages, "get", NLM_F_ACK | NLM_F_EXCL, { setname: "none" }),
];
