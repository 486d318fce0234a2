import { goldenGate } from "@rxnetlink/testing/gates";
import { messages } from "./support/messages.js";

goldenGate({
  ...messages,
  atLeast: 35,
  // Addresses of sets are not marked as in network byte order, and the length of a prefix is reported of single hosts too.
  oneWay: /(^|\.)(ip2?(To)?|cidr2?) /,
});
