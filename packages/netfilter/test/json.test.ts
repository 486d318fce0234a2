import { jsonGate } from "@rxnetlink/testing/gates";
import { messages } from "./support/messages.js";

jsonGate(messages);
