import { CTRL_CMD_GETPOLICY, familyObject, policiesMessage } from "../../../dist/index.js";
import { capturesIn } from "../family-captures.mjs";

const family = { name: "nlctrl", version: 2, groups: { notify: 1 } };
const policies = { types: { get: CTRL_CMD_GETPOLICY }, layout: policiesMessage };
const { reply, row, end, message } = capturesIn({ family, messages: [familyObject, policies] });

const policyOf = (name, pick) =>
  message({
    name,
    types: [CTRL_CMD_GETPOLICY],
    request: {
      type: CTRL_CMD_GETPOLICY,
      flags: 0x300,
      layout: policiesMessage,
      value: { familyName: "ethtool" },
    },
    pick,
  });

export const captures = [
  reply(familyObject, "ethtool", [], { familyName: "ethtool" }),
  row(familyObject, "nlctrl", [], {}, ({ familyName }) => familyName === "nlctrl"),
  end("family-error-unknown", familyObject, "get", 0x4, { familyName: "nothing" }),
  policyOf("policy-of-command", ({ opPolicy }) => opPolicy?.[16] !== undefined),
  policyOf("policy-of-attribute", ({ policy }) => policy !== undefined),
];
