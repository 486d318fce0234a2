import { capturesOf } from "../../../../../tools/capture.mjs";
import { NLM_F_ACK } from "../../../../core/dist/schema.js";
import { compatObject, NETLINK_NETFILTER } from "../../../dist/index.js";
import { messages } from "../../../dist-test/test/support/messages.js";

const { end } = capturesOf({ protocol: NETLINK_NETFILTER, layoutOf: messages.layoutOf });

/** The reply has the type of the request. */
const found = (name, value) => ({
  ...end(`compat-${name}`, compatObject, "get", NLM_F_ACK, value),
  types: [compatObject.types.get],
});

export const captures = [
  found("match", { family: "ipv4", name: "conntrack", rev: 1, type: "match" }),
  found("target", { family: "ipv6", name: "CT", rev: 0, type: "target" }),
];
