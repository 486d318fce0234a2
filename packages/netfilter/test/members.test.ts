import { membersGate } from "@rxnetlink/testing/gates";
import { messages } from "./support/messages.js";

membersGate({ ...messages, atLeast: 35 });
