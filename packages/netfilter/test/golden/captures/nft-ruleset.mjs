import { capturesOf } from "../../../../../tools/capture.mjs";
import { NETLINK_NETFILTER } from "../../../dist/index.js";
import { messages } from "../../../dist-test/test/support/messages.js";
import { messageSets } from "../../../dist-test/test/support/objects.js";

const { row, notification } = capturesOf({ protocol: NETLINK_NETFILTER, layoutOf: messages.layoutOf });

/** Returns the messages of a kind of object, which create it and report it. */
const messagesOf = (name) => messageSets.find((one) => one.name === name && one.types.new !== undefined);

const RULESET = [
  'add table inet t { comment "a table"; }',
  "add set inet t ports { type inet_service; flags interval; elements = { 22, 80-90 }; }",
  "add map inet t where { typeof ip saddr . tcp dport : verdict; timeout 10m; elements = { 192.0.2.1 . 22 : drop }; }",
  "add counter inet t hits { packets 3 bytes 300 }",
  "add quota inet t most { over 25 mbytes }",
  "add limit inet t slow { rate 10/second burst 5 packets }",
  "add chain inet t in { type filter hook input priority filter + 5; policy drop; }",
  "add chain inet t other",
  'add rule inet t in iifname lo tcp dport @ports ct state established,related counter accept comment "a rule"',
  "add rule inet t in ip saddr . tcp dport vmap @where",
  'add rule inet t in meta mark set ct mark and 0xff limit rate 5/minute log prefix "gone" group 5 jump other',
  "add rule inet t in ip6 daddr 2001:db8::/32 counter name hits reject with tcp reset",
];
const before = ["ip link set lo up", ...RULESET.map((command) => `nft '${command}'`)];
const any = () => true;

/** The row of a dump whose rule has an expression. */
const has =
  (name) =>
  ({ expressions = [] }) =>
    expressions.some((one) => one.name === name);

export const captures = [
  row(messagesOf("table"), "commented", before, {}, any),
  row(messagesOf("chain"), "base", before, {}, ({ name }) => name === "in"),
  row(messagesOf("chain"), "plain", before, {}, ({ name }) => name === "other"),
  row(messagesOf("set"), "interval", before, {}, ({ name }) => name === "ports"),
  row(messagesOf("set"), "verdicts", before, {}, ({ name }) => name === "where"),
  row(messagesOf("element"), "interval", before, { family: "inet", table: "t", set: "ports" }, any),
  row(messagesOf("element"), "verdicts", before, { family: "inet", table: "t", set: "where" }, any),
  row(messagesOf("rule"), "lookup", before, {}, has("lookup")),
  row(messagesOf("rule"), "log", before, {}, has("log")),
  row(messagesOf("rule"), "reject", before, {}, has("reject")),
  row(messagesOf("object"), "counter", before, {}, ({ name }) => name === "hits"),
  row(messagesOf("object"), "quota", before, {}, ({ name }) => name === "most"),
  row(messagesOf("object"), "limit", before, {}, ({ name }) => name === "slow"),
  notification(messagesOf("table"), "deleted", before, "nft delete table inet t", "delete"),
  notification(messagesOf("generation"), "new", before, "nft add table inet u", "new"),
].map((one) => ({ ...one, name: `nft-${one.name}` }));
