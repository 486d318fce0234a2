import { SEG6_CMD_GET_TUNSRC, seg6Family, seg6HmacObject, seg6Message } from "../../../dist/seg6/index.js";
import { capturesIn } from "../family-captures.mjs";

const tunnelSource = { types: { get: SEG6_CMD_GET_TUNSRC }, layout: seg6Message };
const { message } = capturesIn({
  family: seg6Family,
  messages: [seg6HmacObject, tunnelSource],
  folder: "seg6",
});

export const captures = [
  message({
    name: "tunnel-source",
    before: ["ip sr tunsrc set 2001:db8::1"],
    types: [SEG6_CMD_GET_TUNSRC],
    request: { type: SEG6_CMD_GET_TUNSRC, flags: 0, layout: seg6Message, value: {} },
  }),
];
