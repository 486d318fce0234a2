import { jsonGate } from "@rxnetlink/testing/gates";
import { goldenMessages } from "./support/messages.js";

jsonGate(goldenMessages);
