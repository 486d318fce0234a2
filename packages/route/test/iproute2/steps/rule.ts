import { ruleFlags } from "#src/rule/layout.js";
import type { SideBySide } from "./step.js";

/** Rules, with `ip rule` and with rxnetlink. */
export const ruleSteps: readonly SideBySide[] = [
  {
    title: "IPv4 rules",
    print: ["ip -j -d rule"],
    steps: [
      [
        "ip rule add pref 200 from 192.0.2.0/24 to 10.0.0.0/8 table 100 protocol bgp",
        ({ rule }) =>
          rule.add$({
            priority: 200,
            src: "192.0.2.0",
            srcLen: 24,
            dst: "10.0.0.0",
            dstLen: 8,
            table: 100,
            protocol: "bgp",
          }),
      ],
      [
        "ip rule add pref 200 from 192.0.2.0/24 to 10.0.0.0/8 table 100 protocol bgp",
        ({ rule }) =>
          rule.add$({
            priority: 200,
            src: "192.0.2.0",
            srcLen: 24,
            dst: "10.0.0.0",
            dstLen: 8,
            table: 100,
            protocol: "bgp",
          }),
        "EEXIST",
      ],
      [
        "ip rule add pref 201 fwmark 0x10/0xff iif v0 oif v1 table 100000",
        ({ rule }) =>
          rule.add$({ priority: 201, fwmark: 16, fwmask: 255, iifname: "v0", oifname: "v1", table: 100_000 }),
      ],
      [
        "ip rule add pref 202 uidrange 100-200 ipproto tcp sport 1-2 dport 80 suppress_prefixlength 0 suppress_ifgroup 5 table main",
        ({ rule }) =>
          rule.add$({
            priority: 202,
            uidRange: { start: 100, end: 200 },
            ipProto: 6,
            sportRange: { start: 1, end: 2 },
            dportRange: { start: 80, end: 80 },
            suppressPrefixlen: 0,
            suppressIfgroup: 5,
            table: 254,
          }),
      ],
      [
        "ip rule add pref 203 not tos 0x10 goto 32766",
        ({ rule }) => rule.add$({ priority: 203, flags: ruleFlags.bits.invert, tos: 16, goto: 32_766 }),
      ],
      ["ip rule add pref 204 l3mdev", ({ rule }) => rule.add$({ priority: 204, l3mdev: 1 })],
      [
        "ip rule add pref 205 iif nosuch prohibit",
        ({ rule }) => rule.add$({ priority: 205, iifname: "nosuch", action: "prohibit" }),
      ],
      [
        "ip rule add pref 206 tun_id 5 realms 1/2 table 7",
        ({ rule }) => rule.add$({ priority: 206, tunId: 5n, flow: 0x1_0002, table: 7 }),
      ],
      [
        "ip rule add pref 207 from 192.0.2.9 blackhole",
        ({ rule }) => rule.add$({ priority: 207, src: "192.0.2.9", action: "blackhole" }),
      ],
      [
        "ip rule add pref 208 from 192.0.2.9 unreachable",
        ({ rule }) => rule.add$({ priority: 208, src: "192.0.2.9", action: "unreachable" }),
      ],
      ["ip rule add pref 209 goto 999", ({ rule }) => rule.add$({ priority: 209, goto: 999 })],
      ["ip rule delete pref 201", ({ rule }) => rule.delete$({ priority: 201 })],
      ["ip rule delete pref 201", ({ rule }) => rule.delete$({ priority: 201 }), "ENOENT"],
      [
        "ip rule delete from 192.0.2.0/24 to 10.0.0.0/8 table 100",
        ({ rule }) => rule.delete$({ src: "192.0.2.0", srcLen: 24, dst: "10.0.0.0", dstLen: 8, table: 100 }),
      ],
      ["ip rule flush; ip rule delete pref 0", ({ rule }) => rule.flush$({ family: "inet" })],
    ],
  },
  {
    title: "IPv6 rules",
    print: ["ip -j -d -6 rule"],
    steps: [
      [
        "ip -6 rule add pref 100 from 2001:db8::/32 table 100",
        ({ rule }) => rule.add$({ priority: 100, src: "2001:db8::", srcLen: 32, table: 100 }),
      ],
      [
        "ip -6 rule add pref 101 to 2001:db8::1 unreachable",
        ({ rule }) => rule.add$({ priority: 101, dst: "2001:db8::1", action: "unreachable" }),
      ],
      [
        "ip -6 rule add pref 102 ipproto udp dport 1000-2000 fwmark 7 uidrange 0-9 table main",
        ({ rule }) =>
          rule.add$({
            family: "inet6",
            priority: 102,
            ipProto: 17,
            dportRange: { start: 1000, end: 2000 },
            fwmark: 7,
            uidRange: { start: 0, end: 9 },
            table: 254,
          }),
      ],
      [
        "ip -6 rule add pref 103 not iif lo suppress_prefixlength 3 table 9",
        ({ rule }) =>
          rule.add$({
            family: "inet6",
            priority: 103,
            flags: ruleFlags.bits.invert,
            iifname: "lo",
            suppressPrefixlen: 3,
            table: 9,
          }),
      ],
      ["ip -6 rule delete pref 101", ({ rule }) => rule.delete$({ family: "inet6", priority: 101 })],
      [
        "ip -6 rule delete pref 101",
        ({ rule }) => rule.delete$({ family: "inet6", priority: 101 }),
        "ENOENT",
      ],
    ],
  },
  {
    title: "address labels",
    print: ["ip -j addrlabel"],
    steps: [
      [
        "ip addrlabel add prefix 2001:db8::/32 label 99",
        ({ addrlabel }) => addrlabel.add$({ address: "2001:db8::", prefixlen: 32, label: 99 }),
      ],
      [
        "ip addrlabel add prefix 2001:db8::/32 label 99",
        ({ addrlabel }) => addrlabel.add$({ address: "2001:db8::", prefixlen: 32, label: 99 }),
        "EEXIST",
      ],
      [
        "ip addrlabel add prefix 2001:db9::/32 dev v0 label 98",
        ({ addrlabel }, { v0 }) =>
          addrlabel.add$({ address: "2001:db9::", prefixlen: 32, index: v0, label: 98 }),
      ],
      [
        "ip addrlabel delete prefix 2001:db8::/32 label 99",
        ({ addrlabel }) => addrlabel.delete$({ address: "2001:db8::", prefixlen: 32, label: 99 }),
      ],
      ["ip addrlabel flush", ({ addrlabel }) => addrlabel.flush$("all")],
    ],
  },
];
