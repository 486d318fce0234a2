import { goldenGate } from "@rxnetlink/testing/gates";
import { messages } from "./support/messages.js";

goldenGate({ ...messages, atLeast: 4 });
