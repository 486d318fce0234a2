import { capturesOf } from "../../../../../tools/capture.mjs";
import { NLM_F_ACK, NLM_F_CREATE, NLM_F_EXCL } from "../../../../core/dist/schema.js";
import { acctObject, NETLINK_NETFILTER } from "../../../dist/index.js";
import { messages } from "../../../dist-test/test/support/messages.js";

const { reply, row, notification, end } = capturesOf({
  protocol: NETLINK_NETFILTER,
  layoutOf: messages.layoutOf,
});

const COUNTING = [
  "ip link set lo up",
  "nfacct add web",
  "iptables-nft -A OUTPUT -m nfacct --nfacct-name web",
];
const QUOTA = [
  "ip link set lo up",
  "nfacct add capped byte 100",
  "iptables-nft -A OUTPUT -m nfacct --nfacct-name capped",
];
const packets = `bash -c 'for i in 1 2 3 4 5; do echo ${"x".repeat(50)} >/dev/udp/127.0.0.1/9; done' 2>/dev/null; true`;

export const captures = [
  reply(acctObject, "counted", [...COUNTING, packets], { name: "web" }),
  row(acctObject, "quota", ["nfacct add capped packet 1000"], {}, ({ name }) => name === "capped"),
  reply(acctObject, "overquota", [...QUOTA, packets], { name: "capped" }),
  notification(acctObject, "quota-met", QUOTA, packets, "new"),
  end("acct-error-nameless", acctObject, "new", NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL, {}),
];
