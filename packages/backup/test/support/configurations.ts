// Random configurations that somebody could have made, as commands in an order in which most of them succeed.
import fc from "fast-check";

const LINKS = ["br0", "v0", "p0", "v1", "p1", "vx0", "i0"];

const LAYER2 = [
  "ip link add br0 type bridge",
  "ip link add v0 type veth peer name p0",
  "ip link add v1 type veth peer name p1",
  "ip link add vx0 type vxlan id 7 dstport 4789 local 192.0.2.1",
  "ip link add i0 type ifb",
];

/** Links that are up, and a subnet that routes can use. */
const UP = [
  "ip address add 192.0.2.1/24 dev p0",
  "ip link set br0 up",
  "ip link set v0 up",
  "ip link set p0 up",
  "ip link set v1 up; ip link set p1 up",
  "ip link set v0 master br0",
  "ip link set vx0 up",
];

const link = fc.constantFrom(...LINKS);
const byte = fc.integer({ min: 1, max: 254 });
const optional = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(""), text);
const words = (...parts: fc.Arbitrary<unknown>[]) => fc.tuple(...parts).map((all) => all.join(" "));
const text = (head: string) => fc.constant(head);
const number = (name: string, max: number) => fc.integer({ min: 1, max }).map((value) => `${name} ${value}`);
const some = (lines: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(lines, { minLength: 1, maxLength, size: "max" });

const linkSettings = fc.oneof(
  words(text("ip link set"), link, text("up")),
  words(text("ip link set"), link, number("mtu", 1500)),
  words(text("ip link set"), link, number("group", 99)),
  words(text("ip link set"), link, number("txqueuelen", 2000)),
  words(
    text("ip link set"),
    link,
    byte.map((last) => `address 02:00:00:00:01:${last.toString(16).padStart(2, "0")}`),
  ),
  words(text("ip link set"), link, text("alias 'some words'")),
  words(text("ip link set"), fc.constantFrom("v0", "v1", "p1", "vx0"), text("master br0")),
  words(text("ip link set br0 type bridge"), number("ageing_time", 90000), number("priority", 60000)),
  words(
    text("ip link set v0 type bridge_slave"),
    number("cost", 99),
    fc.constantFrom("hairpin on", "learning off"),
  ),
  words(
    text("ip link property add dev"),
    link,
    byte.map((value) => `altname a-longer-name-${value}`),
  ),
);

const addresses = fc.oneof(
  words(
    text("ip address add"),
    byte.map((last) => `192.0.2.${last}/24`),
    text("dev"),
    link,
  ),
  words(
    text("ip address add"),
    byte.map((last) => `10.${last}.0.1/16`),
    text("dev"),
    link,
    fc.constantFrom("", "scope link", "noprefixroute", "metric 77"),
  ),
  words(
    text("ip address add"),
    byte.map((last) => `2001:db8:${last}::1/64 nodad`),
    text("dev"),
    link,
    fc.constantFrom("", "noprefixroute", "home"),
  ),
  words(text("ip address add 10.250.0.1 peer 10.250.0.2/32 dev"), link),
  words(
    text("ip addrlabel add prefix"),
    byte.map((value) => `2001:db8:${value}::/48`),
    number("label", 99),
  ),
);

const table = fc.constantFrom("", "table 100", "table 1000");
const target = fc.oneof(
  words(text("dev"), link),
  byte.map((last) => `via 192.0.2.${last}`),
  words(
    byte.map((last) => `via 192.0.2.${last} onlink dev`),
    link,
  ),
  fc.constantFrom("nhid 1", "nhid 2", "nhid 10", "nexthop via 192.0.2.7 weight 3 nexthop via 192.0.2.8"),
);
const metrics = fc.constantFrom("", "mtu 1300", "advmss 1000 initcwnd 7", "mtu lock 1280", "congctl reno");
const routes = fc.oneof(
  words(
    text("ip route add"),
    byte.map((net) => `198.51.${net}.0/24`),
    target,
    table,
    optional(number("metric", 9)),
    metrics,
  ),
  words(
    text("ip route append"),
    fc.constantFrom("203.0.113.0/24", "default"),
    target,
    optional(number("metric", 3)),
  ),
  words(
    text("ip route add"),
    fc.constantFrom("blackhole", "unreachable", "prohibit", "throw"),
    byte.map((net) => `10.99.${net}.0/24`),
    table,
  ),
  words(
    text("ip -6 route add"),
    byte.map((net) => `2001:db9:${net}::/48`),
    words(text("dev"), link),
    table,
    optional(number("metric", 9)),
    fc.constantFrom("", "mtu 1300", "pref high"),
  ),
  words(
    text("ip nexthop add"),
    number("id", 3),
    byte.map((last) => `via 192.0.2.${last}`),
    text("dev"),
    link,
  ),
  fc.constantFrom("ip nexthop add id 10 group 1,3/2", "ip nexthop add id 2 blackhole"),
);

const rules = fc.oneof(
  words(
    text("ip rule add"),
    byte.map((net) => `from 10.${net}.0.0/16`),
    text("lookup 100"),
    number("priority", 30000),
  ),
  words(
    text("ip rule add not"),
    number("fwmark", 99),
    fc.constantFrom("blackhole", "lookup 1000", "prohibit"),
    number("priority", 30000),
  ),
  words(text("ip rule add iif"), link, text("ipproto tcp dport 80-90 lookup 100"), number("priority", 30000)),
  words(text("ip -6 rule add to 2001:db8::/32 lookup 100"), number("priority", 30000)),
  fc.constant("ip rule delete priority 32767"),
);

const neighbours = fc.oneof(
  words(
    text("ip neighbour add"),
    byte.map((last) => `192.0.2.${last} lladdr 02:00:00:00:00:77`),
    text("dev"),
    link,
  ),
  words(
    text("ip neighbour add proxy"),
    byte.map((last) => `192.0.2.${last}`),
    text("dev"),
    link,
  ),
  words(
    text("bridge fdb add"),
    byte.map((last) => `02:00:00:00:02:${last.toString(16).padStart(2, "0")} dev v0 master static`),
  ),
  words(
    text("bridge fdb append"),
    byte.map((last) => `02:00:00:00:03:01 dev vx0 dst 192.0.2.${last}`),
  ),
  words(
    text("bridge mdb add dev br0 port"),
    fc.constantFrom("v0", "v1"),
    byte.map((last) => `grp 239.1.1.${last} permanent`),
  ),
);

const traffic = fc.oneof(
  words(text("tc qdisc add dev"), link, text("root handle 1: htb default 10")),
  words(
    text("tc class add dev"),
    link,
    byte.map((minor) => `parent 1: classid 1:${minor}`),
    number("htb prio 1 rate", 9).map((rate) => `${rate}mbit`),
  ),
  words(
    text("tc filter add dev"),
    link,
    text("parent 1: protocol ip"),
    number("prio", 9),
    byte.map((net) => `u32 match ip dst 10.${net}.0.0/16 flowid 1:10`),
  ),
  words(text("tc qdisc add dev"), link, text("root handle 2: tbf rate 4mbit burst 10k limit 30k")),
  words(text("tc actions add action mirred egress redirect dev"), link, number("index", 99)),
);

const sets = fc.oneof(
  words(
    text("ipset create"),
    fc.constantFrom("s1", "s2"),
    fc.constantFrom("hash:ip", "hash:net counters", "hash:ip comment timeout 60"),
  ),
  words(
    text("ipset add"),
    fc.constantFrom("s1", "s2"),
    byte.map((last) => `192.0.2.${last}`),
    fc.constantFrom("", "timeout 0"),
  ),
  words(text("nft add table inet"), fc.constantFrom("t1", "t2")),
  words(text("nft add chain inet"), fc.constantFrom("t1 c1", "t1 c2", "t2 c1")),
  words(
    text("nft add rule inet"),
    fc.constantFrom("t1 c1", "t1 c2", "t2 c1"),
    byte.map((last) => `ip saddr 192.0.2.${last} counter drop`),
  ),
  words(text("nft add set inet t1"), fc.constantFrom("x", "y"), text("'{ type ipv4_addr; }'")),
  words(
    text("nft add element inet t1 x"),
    byte.map((last) => `'{ 192.0.2.${last} }'`),
  ),
);

const others = fc.oneof(
  words(
    text("ip xfrm policy add"),
    byte.map((net) => `src 10.${net}.0.0/16 dst 10.1.0.0/16`),
    fc.constantFrom("dir in", "dir out", "dir fwd"),
    optional(number("priority", 99)),
    optional(number("if_id", 9)),
  ),
  words(text("ip xfrm policy setdefault"), fc.constantFrom("in block", "fwd block", "out block")),
  words(text("ip mptcp limits set"), number("subflow", 8), number("add_addr_accepted", 8)),
  words(
    text("ip mptcp endpoint add"),
    byte.map((last) => `192.0.2.${last}`),
    fc.constantFrom("signal", "subflow", "subflow backup", "subflow fullmesh"),
  ),
);

/** Commands that make a configuration; those that are impossible at their turn do nothing. */
export const configurations: fc.Arbitrary<string[]> = fc
  .tuple(
    fc.shuffledSubarray(LAYER2, { minLength: 3 }),
    fc.subarray(UP, { minLength: 4 }),
    some(linkSettings, 14),
    some(addresses, 10),
    some(routes, 14),
    some(rules, 5),
    some(neighbours, 8),
    some(traffic, 8),
    some(sets, 10),
    some(others, 6),
  )
  .map((parts) => parts.flat());
