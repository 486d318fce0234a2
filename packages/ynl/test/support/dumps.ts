// Lists of the kernel, with the description and the declared layout of each.

import { type AnyType, type Message, message } from "@rxnetlink/core/schema";
import { familyMessage, policiesMessage } from "@rxnetlink/generic";
import {
  channelsMessage,
  featuresMessage,
  linkInfoMessage,
  linkModesMessage,
  linkStateMessage,
  strsetMessage,
  tsinfoMessage,
} from "@rxnetlink/generic/ethtool";
import { conntrackMessage } from "@rxnetlink/netfilter/conntrack";
import {
  elementsMessage,
  nftChainMessage,
  nftRuleMessage,
  setMessage,
  statefulObjectMessage,
  tableMessage,
} from "@rxnetlink/netfilter/nftables";
import {
  addressMessage,
  linkMessage,
  neighbourMessage,
  neighbourTableMessage,
  routeMessage,
  ruleMessage,
} from "@rxnetlink/route";
import { chainMessage, classMessage, filterMessage, qdiscMessage } from "@rxnetlink/route/tc";

/** Not every kernel has all of it: a list must not be empty. */
export const SETUP = `exec 2>&1
ip link set lo up
ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up
ip link add br0 type bridge; ip link set v1 master br0
ip link add link v0 name vl0 type vlan id 5 protocol 802.1ad
ip link add d0 type veth peer name d1; ip link set d1 up; ip link set d0 up mtu 1400
ip addr add 192.0.2.1/24 dev d0; ip addr add 2001:db8::1/64 dev d0 nodad
ip route add 198.51.100.0/24 via 192.0.2.9 metric 7; ip -6 route add 2001:db8:1::/48 via 2001:db8::9
ip route add 203.0.113.0/24 nexthop via 192.0.2.8 weight 2 nexthop via 192.0.2.9
ip neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev d0
ip rule add from 192.0.2.0/24 fwmark 0x10/0xff table 100 priority 50
tc qdisc add dev d0 root handle 1: htb default 10
tc class add dev d0 parent 1: classid 1:10 htb rate 1mbit ceil 2mbit
tc qdisc add dev d0 parent 1:10 handle 10: fq_codel limit 100
tc qdisc add dev v0 clsact
tc filter add dev v0 ingress protocol ip prio 1 u32 match ip dst 192.0.2.5/32 action mirred egress redirect dev v1
nft add table inet t; nft add chain inet t c '{ type filter hook input priority 0; policy accept; }'
nft add set inet t s '{ type ipv4_addr; flags interval; elements = { 192.0.2.0/24 } }'
nft add rule inet t c tcp dport 22 ct state established,related counter accept
nft add rule inet t c ip saddr @s limit rate 5/second log prefix '"x"' drop
nft add counter inet t k
conntrack -I -s 192.0.2.1 -d 192.0.2.2 -p tcp --sport 1 --dport 2 --state ESTABLISHED -t 100 -u ASSURED
exit 0
`;

/** A list, the description that has it, and the layout that is declared for it. */
export interface Dump {
  readonly spec: string;
  readonly operation: string;
  readonly declared: AnyType;
  readonly value?: object;
  /** Faults of the description, and the places at which they show. */
  readonly faults?: Readonly<Record<string, RegExp>>;
  /** Forms that the declared layout gives to what the kernel reports, and where. */
  readonly forms?: Readonly<Record<string, RegExp>>;
}

const RATESPEC = { "tc-ratespec has 9 bytes instead of 12": /^\.2\.1: / };
const U32 = { "tc-u32-sel lacks the padding before offmask, and all keys but the first": /^\.2\.5: / };
const ACTION = {
  "the index of an action is also taken from its settings": /^\.2\.7\.\[0\]\.3: only in ours$/,
  "flags that only the kernel sets are not sent back": /^\.2\.11: 00000000 is not 08000000$/,
};
const BITSETS = { "bits are read by name, without their numbers": /^\.[2-5]: [\da-f]+ is not [\da-f]+$/ };
const POLICY = { "mask and pad have each other's number": /\.12: only in ours$/ };

/** Returns a message as its parts are declared, without what is made of them: the device in place of its header. */
function plain(layout: AnyType): AnyType {
  const { name, header, attributes } = layout as Message<never, never>;
  return message(name, header, attributes);
}

const clsact = { ifindex: "v0", parent: 0xffff_fff2 };
export const dumps: readonly Dump[] = [
  { spec: "rt-link", operation: "getlink", declared: linkMessage },
  { spec: "rt-addr", operation: "getaddr", declared: addressMessage },
  { spec: "rt-route", operation: "getroute", declared: routeMessage },
  { spec: "rt-neigh", operation: "getneigh", declared: neighbourMessage },
  { spec: "rt-neigh", operation: "getneightbl", declared: neighbourTableMessage },
  { spec: "rt-rule", operation: "getrule", declared: ruleMessage },
  { spec: "tc", operation: "getqdisc", declared: qdiscMessage },
  { spec: "tc", operation: "gettclass", declared: classMessage, value: { ifindex: "d0" }, faults: RATESPEC },
  { spec: "tc", operation: "gettfilter", declared: filterMessage, value: clsact, faults: U32, forms: ACTION },
  { spec: "tc", operation: "getchain", declared: chainMessage, value: clsact },
  { spec: "nftables", operation: "gettable", declared: tableMessage },
  { spec: "nftables", operation: "getchain", declared: nftChainMessage },
  { spec: "nftables", operation: "getrule", declared: nftRuleMessage },
  { spec: "nftables", operation: "getset", declared: setMessage },
  {
    spec: "nftables",
    operation: "getsetelem",
    declared: elementsMessage,
    value: { nfgenFamily: 1, table: "t", set: "s" },
  },
  { spec: "nftables", operation: "getobj", declared: statefulObjectMessage },
  { spec: "conntrack", operation: "get", declared: conntrackMessage },
  { spec: "nlctrl", operation: "getfamily", declared: familyMessage },
  {
    spec: "nlctrl",
    operation: "getpolicy",
    declared: policiesMessage,
    value: { familyName: "ethtool" },
    faults: POLICY,
  },
  { spec: "ethtool", operation: "linkinfo-get", declared: plain(linkInfoMessage) },
  { spec: "ethtool", operation: "linkmodes-get", declared: plain(linkModesMessage), forms: BITSETS },
  { spec: "ethtool", operation: "linkstate-get", declared: plain(linkStateMessage) },
  { spec: "ethtool", operation: "features-get", declared: plain(featuresMessage), forms: BITSETS },
  { spec: "ethtool", operation: "channels-get", declared: plain(channelsMessage) },
  { spec: "ethtool", operation: "tsinfo-get", declared: plain(tsinfoMessage), forms: BITSETS },
  { spec: "ethtool", operation: "strset-get", declared: plain(strsetMessage) },
];
