// The program of a thread that runs just a pump, bundled into one text; see pump-text.ts.

import { parentPort } from "node:worker_threads";
import type { PumpStart } from "../channel/protocol.js";
import adopt from "./pump-thread.js";

parentPort?.once("message", (start: PumpStart) => {
  adopt(start);
  parentPort?.postMessage("adopted");
});
