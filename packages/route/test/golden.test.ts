import { goldenGate } from "@rxnetlink/testing/gates";
import { messages } from "./support/messages.js";

goldenGate({
  ...messages,
  atLeast: 25,
  // The kernel sends a byte for ttlInherit but accepts a flag. The table of an action holds nothing else, so its header and
  // those around it belong to the message.
  oneWay: /^linkinfo\.data\.vxlan\.ttlInherit 05 00 1c 00|^action( ..){12}$/,
});
