import { goldenGate } from "@rxnetlink/testing/gates";
import { goldenMessages } from "./support/messages.js";

goldenGate({ ...goldenMessages, atLeast: 20 });
