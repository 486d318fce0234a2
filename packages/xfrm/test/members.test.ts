import { membersGate } from "@rxnetlink/testing/gates";
import { goldenMessages } from "./support/messages.js";

membersGate({ ...goldenMessages, atLeast: 20 });
