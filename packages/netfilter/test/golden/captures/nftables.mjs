import { capturesOf } from "../../../../../tools/capture.mjs";
import { NLM_F_ACK } from "../../../../core/dist/schema.js";
import { NETLINK_NETFILTER } from "../../../dist/index.js";
import {
  chainMessages,
  elementMessages,
  objectMessages,
  ruleMessages,
  setMessages,
  tableMessages,
} from "../../../dist/nftables/ruleset/messages.js";
import { messages } from "../../../dist-test/test/support/messages.js";

const { row, notification, end } = capturesOf({ protocol: NETLINK_NETFILTER, layoutOf: messages.layoutOf });

const nft = (...lines) => lines.map((line) => `nft '${line}'`);
const TABLE = "add table inet t";
const CHAIN = "add chain inet t c { type filter hook input priority 5; policy drop; }";

/** An object that `nft` adds, as a list shows it. */
const listed = (object, name, ...lines) => row(object, name, nft(TABLE, ...lines), {}, () => true);

const elements = (name, type, list) =>
  row(
    elementMessages,
    name,
    nft(TABLE, `add set inet t s { ${type} }`, `add element inet t s { ${list} }`),
    { family: "inet", table: "t", set: "s" },
    () => true,
  );

const object = (name, kind, text) =>
  row(objectMessages, name, nft(TABLE, `add ${kind} inet t o { ${text} }`), {}, () => true);

export const captures = [
  row(tableMessages, "comment", nft('add table ip t { comment "a table"; flags dormant; }'), {}, () => true),
  notification(tableMessages, "deleted", nft(TABLE), "nft delete table inet t", "delete"),
  listed(chainMessages, "base", `${CHAIN.slice(0, -1)} comment "base"; }`),
  listed(
    chainMessages,
    "netdev",
    "add table netdev n",
    "add chain netdev n i { type filter hook ingress device lo priority 0; }",
  ),
  listed(ruleMessages, "comment", CHAIN, 'add rule inet t c tcp dport 22 counter accept comment "ssh"'),
  notification(
    ruleMessages,
    "appended",
    nft(TABLE, CHAIN, "add rule inet t c drop"),
    "nft add rule inet t c accept",
    "new",
  ),
  listed(setMessages, "plain", 'add set inet t s { type ipv4_addr; comment "a set"; size 9; timeout 5m; }'),
  listed(setMessages, "concat", "add set inet t s { type ipv4_addr . inet_service; flags interval; }"),
  listed(setMessages, "typeof", "add set inet t s { typeof ip saddr . meta mark; }"),
  listed(setMessages, "verdicts", "add map inet t s { type ifname : verdict; }"),
  listed(setMessages, "objects", "add map inet t s { type mark : counter; }"),
  elements("interval", "type ipv4_addr; flags interval;", "192.0.2.0/24"),
  elements("concat", "type ipv4_addr . inet_service; flags interval;", '192.0.2.0/24 . 80-90 comment "web"'),
  elements("counter", "type ipv6_addr; counter;", "2001:db8::1 counter packets 1 bytes 60"),
  object("counter", "counter", "packets 3 bytes 180"),
  object("quota", "quota", "over 10 mbytes"),
  object("limit", "limit", "rate 400/minute"),
  object("ct-helper", "ct helper", 'type "ftp" protocol tcp;'),
  object("ct-timeout", "ct timeout", "protocol tcp; policy = { established : 123 };"),
  object("ct-expect", "ct expectation", "protocol tcp; dport 99; timeout 1m; size 2; l3proto ip;"),
  object("synproxy", "synproxy", "mss 1460; wscale 7; timestamp sack-perm;"),
  end("nft-error-no-table", chainMessages, "get", NLM_F_ACK, { family: "inet", table: "none", name: "c" }),
];
