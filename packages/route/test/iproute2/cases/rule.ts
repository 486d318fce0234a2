// Rules.
import { pick } from "@rxnetlink/core";
import type { Rule } from "#src/rule/layout.js";
import { ruleObject } from "#src/rule/rule.js";
import { ruleAsIp } from "../printed/rule.js";
import type { Case } from "./case.js";

const ruleAgain = (rule: Rule) => ruleObject.keysOf!(rule, "delete") as object[];
const ruled = (title: string, option: string, family: string, setup: string): Case => ({
  title,
  object: "rule",
  setup,
  print: `ip -j -d ${option} rule`,
  match: { family },
  asIp: ruleAsIp,
  mine: ({ priority = 0 }: Rule) => priority >= 100 && priority < 200,
  key: (rule: Rule) => pick(rule, "family", "priority"),
  again: ruleAgain,
});

export const ruleCases: readonly Case[] = [
  {
    // A user namespace has no users but its root.
    needs: "ip rule add uidrange 100-200 table 9",
    ...ruled(
      "IPv4 rules",
      "",
      "inet",
      `
    ip rule add pref 100 from 192.0.2.0/24 to 10.0.0.0/8 fwmark 0x1/0xff iif v0 oif v1 table 100
    ip rule add pref 101 uidrange 100-200 ipproto tcp sport 1-2 dport 80 lookup 1000 suppress_prefixlength 0 \\
      suppress_ifgroup 5 protocol bgp
    ip rule add pref 102 not tos 0x10 goto 32766; ip rule add pref 103 l3mdev; ip rule add pref 104 prohibit
    ip rule add pref 105 iif nosuch goto 300; ip rule add pref 106 tun_id 5 realms 1/2 lookup 7`,
    ),
  },
  ruled(
    "IPv6 rules",
    "-6",
    "inet6",
    `
    ip -6 rule add pref 100 from 2001:db8::/32 lookup 100; ip -6 rule add pref 101 to 2001:db8::1 unreachable
    ip -6 rule add pref 102 ipproto udp dport 1000-2000 fwmark 7 lookup main`,
  ),
];
