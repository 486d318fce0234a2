import { mutationGate } from "@rxnetlink/testing/gates";
import { goldenMessages } from "./support/messages.js";

mutationGate(goldenMessages);
