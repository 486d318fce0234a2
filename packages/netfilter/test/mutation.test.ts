import { mutationGate } from "@rxnetlink/testing/gates";
import { messages } from "./support/messages.js";

mutationGate(messages);
