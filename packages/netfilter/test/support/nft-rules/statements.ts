import {
  accept,
  comment,
  concat,
  connlimit,
  continues,
  counter,
  ct,
  ctExpectation,
  ctHelper,
  ctTimeout,
  dnat,
  drop,
  dup,
  dynset,
  ether,
  flowAdd,
  fwd,
  goto,
  ip,
  ip6,
  jhash,
  jump,
  limit,
  log,
  masquerade,
  meta,
  notrack,
  numgen,
  queue,
  quota,
  range,
  redirect,
  reject,
  returns,
  rt,
  rule,
  snat,
  symhash,
  synproxy,
  tcp,
  th,
  tproxy,
  udp,
} from "#src/nftables/build/index.js";
import type { Pair } from "./pair.js";

const verdicts: readonly Pair[] = [
  ["ip", "accept", rule(accept())],
  ["ip", "drop", rule(drop())],
  ["ip", "continue", rule(continues())],
  ["ip", "return", rule(returns())],
  ["ip", "jump other", rule(jump("other"))],
  ["ip", "goto other", rule(goto("other"))],
  [
    "ip",
    "tcp dport vmap { 22 : accept, 23 : drop, 24 : jump other }",
    rule(tcp.dport.vmap({ 22: accept(), 23: drop(), 24: jump("other") })),
  ],
  [
    "ip",
    "tcp dport vmap { 0-1023 : drop, 8080 : accept }",
    rule(
      tcp.dport.vmap([
        [range(0, 1023), drop()],
        [8080, accept()],
      ]),
    ),
  ],
  [
    "ip",
    "ip saddr vmap { 192.0.2.1 : drop, * : accept }",
    rule(ip.saddr.vmap({ "192.0.2.1": drop(), "*": accept() })),
  ],
  [
    "ip",
    "ip saddr . tcp dport vmap { 192.0.2.1 . 22 : drop }",
    rule(concat(ip.saddr, tcp.dport).vmap([[["192.0.2.1", 22], drop()]])),
  ],
  [
    "ip",
    "ct state vmap { established : accept, related : accept, invalid : drop }",
    rule(ct.state.vmap({ established: accept(), related: accept(), invalid: drop() })),
  ],
  [
    "ip",
    "ip dscp vmap { cs1 : continue, cs4 : accept } counter",
    rule(ip.dscp.vmap({ cs1: continues(), cs4: accept() }), counter()),
  ],
  ["ip", "tcp dport @ports accept", rule(tcp.dport.in("@ports"), accept())],
  ["ip", "tcp dport != @ports accept", rule(tcp.dport.notIn("@ports"), accept())],
];

const stateful: readonly Pair[] = [
  ["ip", "counter", rule(counter())],
  ["ip", "counter packets 5 bytes 6", rule(counter({ packets: 5, bytes: 6 }))],
  [
    "ip",
    'ip saddr 192.168.1.3 counter name "cnt"',
    rule(ip.saddr.eq("192.168.1.3"), counter({ name: "cnt" })),
  ],
  [
    "ip",
    'counter name tcp dport map { 80 : "cnt", 443 : "cnt" }',
    rule(counter({ name: tcp.dport.map({ 443: "cnt", 80: "cnt" }) })),
  ],
  ["ip", "limit rate 10/second", rule(limit("10/second"))],
  ["ip", "limit rate over 400/minute", rule(limit("400/minute", { over: true }))],
  ["ip", "limit rate 1023/second burst 10 packets", rule(limit("1023/second", { burst: 10 }))],
  [
    "ip",
    "limit rate 1025 kbytes/second burst 1023 kbytes",
    rule(limit("1025 kbytes/second", { burst: "1023 kbytes" })),
  ],
  ["ip", "limit rate over 1 mbytes/hour", rule(limit("1 mbytes/hour", { over: true }))],
  ["ip", 'limit name "lim"', rule(limit({ name: "lim" }))],
  ["ip", "quota 25 mbytes", rule(quota("25 mbytes"))],
  ["ip", "quota over 1 kbytes used 3 bytes", rule(quota("1 kbytes", { over: true, used: 3 }))],
  ["ip", 'quota name "qt"', rule(quota({ name: "qt" }))],
  ["ip", "ct count over 3", rule(connlimit(3, { over: true }))],
  ["ip", "ct count 3", rule(connlimit(3))],
  ["ip", 'ct helper set "hlp"', rule(ctHelper("hlp"))],
  ["ip", 'ct timeout set "tmo"', rule(ctTimeout("tmo"))],
  ["ip", 'ct expectation set "exp"', rule(ctExpectation("exp"))],
  [
    "ip",
    "synproxy mss 1460 wscale 7 timestamp sack-perm",
    rule(synproxy({ mss: 1460, wscale: 7, timestamp: true, sackPerm: true })),
  ],
  ["ip", "add @seen { ip saddr }", rule(dynset.add("@seen", ip.saddr))],
  [
    "ip",
    "update @seen { ip saddr timeout 10s limit rate 10/second }",
    rule(dynset.update("@seen", ip.saddr, { timeout: 10_000, with: [limit("10/second")] })),
  ],
  ["ip", "delete @seen { ip saddr }", rule(dynset.delete("@seen", ip.saddr))],
  ["ip", "log", rule(log())],
  ["ip", 'log prefix "x" group 5', rule(log({ prefix: "x", group: 5 }))],
  [
    "ip",
    'log prefix "nft: " level debug flags ip options flags skuid',
    rule(log({ prefix: "nft: ", level: "debug", flags: ["ip options", "skuid"] })),
  ],
  ["ip", "log level audit", rule(log({ level: "audit" }))],
  ["ip", "log flags all", rule(log({ flags: ["all"] }))],
  ["ip", "log group 2 snaplen 33 queue-threshold 2", rule(log({ group: 2, snaplen: 33, queueThreshold: 2 }))],
  ["ip", 'tcp dport 22 accept comment "ssh"', rule(tcp.dport.eq(22), accept(), comment("ssh"))],
];

const rejects: readonly Pair[] = [
  ["ip", "reject", rule(reject())],
  ["inet", "reject", rule(reject())],
  ["ip6", "reject", rule(reject())],
  ["inet", "meta nfproto ipv4 reject", rule(meta.nfproto.eq("ipv4"), reject())],
  ["ip", "reject with icmp host-unreachable", rule(reject({ icmp: "host-unreachable" }))],
  ["inet", "reject with icmp admin-prohibited", rule(reject({ icmp: "admin-prohibited" }))],
  ["inet", "reject with icmpv6 no-route", rule(reject({ icmpv6: "no-route" }))],
  ["inet", "reject with icmpx admin-prohibited", rule(reject({ icmpx: "admin-prohibited" }))],
  [
    "ip",
    "meta mark 0x80000000 reject with tcp reset",
    rule(meta.mark.eq(0x80000000), reject({ tcp: "reset" })),
  ],
  ["netdev", "reject with icmp host-unreachable", rule(reject({ icmp: "host-unreachable" }))],
];

const source: readonly Pair[] = [
  ["ip", "snat to 192.168.3.2", rule(snat("192.168.3.2"))],
  ["ip", "snat to 192.168.3.15-192.168.3.240", rule(snat(range("192.168.3.15", "192.168.3.240")))],
  [
    "ip",
    "meta l4proto udp snat ip to ip saddr map { 10.141.11.4 : 192.168.2.3 . 80 }",
    rule(
      meta.l4proto.eq("udp"),
      snat(ip.saddr.map<[string, number]>({ "10.141.11.4": ["192.168.2.3", 80] })),
    ),
  ],
  [
    "ip",
    "snat ip to ip saddr map { 10.141.12.14 : 192.168.2.0/24 }",
    rule(snat(ip.saddr.map({ "10.141.12.14": "192.168.2.0/24" }))),
  ],
  [
    "ip",
    "snat ip prefix to ip saddr map { 10.141.11.0/24 : 192.168.2.0/24 }",
    rule(snat({ to: ip.saddr.map({ "10.141.11.0/24": "192.168.2.0/24" }), prefix: true })),
  ],
  ["inet", "tcp dport 80 snat ip6 to 2001:db8::1", rule(tcp.dport.eq(80), snat("2001:db8::1"))],
  ["ip", "udp dport 53 masquerade", rule(udp.dport.eq(53), masquerade())],
  [
    "ip",
    "udp dport 53 masquerade random,fully-random,persistent",
    rule(udp.dport.eq(53), masquerade({ random: true, fullyRandom: true, persistent: true })),
  ],
  [
    "ip",
    "ip protocol tcp masquerade to :1024-2048",
    rule(ip.protocol.eq("tcp"), masquerade({ port: range(1024, 2048) })),
  ],
];

const destination: readonly Pair[] = [
  ["ip", "dnat to 192.168.3.2", rule(dnat("192.168.3.2"))],
  ["ip", "dnat prefix to 192.168.3.0/24", rule(dnat({ to: "192.168.3.0/24", prefix: true }))],
  [
    "ip",
    "tcp dport 81 dnat to 192.168.3.2:8080",
    rule(tcp.dport.eq(81), dnat({ to: "192.168.3.2", port: 8080 })),
  ],
  ["ip", "tcp dport 81 dnat to :8080", rule(tcp.dport.eq(81), dnat({ port: 8080 }))],
  [
    "ip",
    "tcp dport 81 dnat to 192.168.3.2-192.168.3.4:8080-8999 random",
    rule(
      tcp.dport.eq(81),
      dnat({ to: range("192.168.3.2", "192.168.3.4"), port: range(8080, 8999), random: true }),
    ),
  ],
  ["ip", "dnat to ct mark map { 0x00000014 : 192.0.2.1 }", rule(dnat(ct.mark.map({ 20: "192.0.2.1" })))],
  [
    "ip",
    "dnat to ct mark . ip daddr map { 0x00000014 . 192.0.2.1 : 192.0.2.2 }",
    rule(dnat(concat(ct.mark, ip.daddr).map([[[20, "192.0.2.1"], "192.0.2.2"]]))),
  ],
  [
    "ip",
    "dnat ip to ip saddr . tcp dport map { 192.168.1.2 . 80 : 10.141.10.2 . 8888-8999 }",
    rule(
      dnat(
        concat(ip.saddr, tcp.dport).map([
          [
            ["192.168.1.2", 80],
            ["10.141.10.2", range(8888, 8999)],
          ],
        ]),
      ),
    ),
  ],
  [
    "ip",
    "dnat ip to tcp dport map { 80 : 10.141.10.4 . 8080, 443 : 10.141.10.4 . 8443 }",
    rule(dnat(tcp.dport.map<[string, number]>({ 443: ["10.141.10.4", 8443], 80: ["10.141.10.4", 8080] }))),
  ],
  [
    "ip",
    "dnat to numgen inc mod 10 map { 0-5 : 192.168.10.100, 6-9 : 192.168.20.200 }",
    rule(
      dnat(
        numgen("inc", { mod: 10 }).map([
          [range(0, 5), "192.168.10.100"],
          [range(6, 9), "192.168.20.200"],
        ]),
      ),
    ),
  ],
  [
    "ip",
    "dnat to jhash ip saddr mod 2 seed 0xdeadbeef map { 0 : 192.168.20.100, 1 : 192.168.30.100 }",
    rule(
      dnat(jhash(ip.saddr, { mod: 2, seed: 0xdeadbeef }).map({ 0: "192.168.20.100", 1: "192.168.30.100" })),
    ),
  ],
  [
    "inet",
    "dnat ip to ip saddr map { 192.0.2.1 : 192.0.2.2 }",
    rule(dnat(ip.saddr.map({ "192.0.2.1": "192.0.2.2" }))),
  ],
  ["ip", "tcp dport 22 redirect to :22", rule(tcp.dport.eq(22), redirect({ port: 22 }))],
  ["ip", "redirect", rule(redirect())],
  [
    "ip",
    "ip protocol tcp redirect to :100-200",
    rule(ip.protocol.eq("tcp"), redirect({ port: range(100, 200) })),
  ],
  [
    "ip",
    "ip protocol tcp redirect to :tcp dport map { 22 : 8000, 80 : 8080 }",
    rule(ip.protocol.eq("tcp"), redirect({ port: tcp.dport.map({ 22: 8000, 80: 8080 }) })),
  ],
];

const diverted: readonly Pair[] = [
  ["ip", "meta l4proto udp tproxy to 192.0.2.1", rule(meta.l4proto.eq("udp"), tproxy({ to: "192.0.2.1" }))],
  [
    "ip",
    "meta l4proto tcp tproxy to 192.0.2.1:50080",
    rule(meta.l4proto.eq("tcp"), tproxy({ to: "192.0.2.1", port: 50080 })),
  ],
  ["inet", "meta l4proto tcp tproxy to :50080", rule(meta.l4proto.eq("tcp"), tproxy({ port: 50080 }))],
  [
    "inet",
    "meta l4proto tcp tproxy ip6 to [2001:db8::1]:50080",
    rule(meta.l4proto.eq("tcp"), tproxy({ to: "2001:db8::1", port: 50080 })),
  ],
  ["ip", "queue", rule(queue())],
  ["ip", "queue num 4-5 fanout bypass", rule(queue({ num: range(4, 5), fanout: true, bypass: true }))],
  ["ip", "queue to symhash mod 65536", rule(queue({ num: symhash({ mod: 65536 }) }))],
  [
    "ip",
    'queue flags bypass to oifname map { "eth0" : 0, "ppp0" : 2 }',
    rule(queue({ num: meta.oifname.map({ eth0: 0, ppp0: 2 }), bypass: true })),
  ],
  ["ip", "notrack", rule(notrack())],
  ["ip", "dup to 192.168.2.1", rule(dup({ to: "192.168.2.1" }))],
  ["ip", 'dup to 192.168.2.1 device "lo"', rule(dup({ to: "192.168.2.1", device: 1 }))],
  [
    "ip",
    'dup to ip saddr map { 192.168.2.120 : 192.168.2.1 } device "lo"',
    rule(dup({ to: ip.saddr.map({ "192.168.2.120": "192.168.2.1" }), device: 1 })),
  ],
  ["netdev", 'fwd to "lo"', rule(fwd({ device: 1 }))],
  [
    "netdev",
    'fwd to meta mark map { 1 : "lo", 2 : "lo" }',
    rule(fwd({ device: meta.mark.map({ 1: 1, 2: 1 }) })),
  ],
  ["netdev", 'fwd ip to 192.168.2.200 device "lo"', rule(fwd({ device: 1, to: "192.168.2.200" }))],
  ["ip", "flow add @fast", rule(flowAdd("@fast"))],
];

const changes: readonly Pair[] = [
  ["ip", "ip ttl set 23", rule(ip.ttl.set(23))],
  ["ip", "ip dscp set af23", rule(ip.dscp.set("af23"))],
  ["ip", "ip ecn set ce", rule(ip.ecn.set("ce"))],
  ["ip", "ip daddr set 127.0.0.1", rule(ip.daddr.set("127.0.0.1"))],
  ["ip", "ip checksum set 0", rule(ip.checksum.set(0))],
  ["ip", "ip protocol set 1", rule(ip.protocol.set("icmp"))],
  ["ip", "tcp dport set 5", rule(tcp.dport.set(5))],
  ["inet", "udp sport set 5", rule(udp.sport.set(5))],
  ["inet", "ip6 dscp set cs1", rule(ip6.dscp.set("cs1"))],
  ["inet", "ip6 saddr set 2001:db8::1", rule(ip6.saddr.set("2001:db8::1"))],
  ["bridge", "ether daddr set 00:11:22:33:44:55", rule(ether.daddr.set("00:11:22:33:44:55"))],
  ["inet", "tcp option maxseg size set rt mtu", rule(tcp.option.maxseg.size.set(rt.mtu))],
  [
    "ip",
    "meta mark set ip saddr map { 192.0.2.1 : 1, * : 2 }",
    rule(meta.mark.set(ip.saddr.map({ "192.0.2.1": 1, "*": 2 }))),
  ],
  ["ip", "meta mark set ip saddr map @marks", rule(meta.mark.set(ip.saddr.map("@marks")))],
  ["ip", "meta priority set ip dscp map { cs1 : 1:2 }", rule(meta.priority.set(ip.dscp.map({ cs1: "1:2" })))],
  [
    "inet",
    "meta l4proto { tcp, udp } meta mark set th dport map { 53 : 1 }",
    rule(meta.l4proto.in("tcp", "udp"), meta.mark.set(th.dport.map({ 53: 1 }))),
  ],
];

/** Statements. */
export const statements: readonly Pair[] = [
  ...verdicts,
  ...stateful,
  ...rejects,
  ...source,
  ...destination,
  ...diverted,
  ...changes,
];
