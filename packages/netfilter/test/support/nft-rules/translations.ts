import {
  concat,
  ct,
  dnat,
  ip,
  jhash,
  masquerade,
  meta,
  numgen,
  range,
  redirect,
  rule,
  snat,
  tcp,
  udp,
} from "#src/nftables/build/index.js";
import type { Pair } from "./pair.js";

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

/** Translations of addresses and ports. */
export const translations: readonly Pair[] = [...source, ...destination];
