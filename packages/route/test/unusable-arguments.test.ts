// Every verb of every object, given unusable arguments.
import { boundObjectsOf, unusableArgumentsGate } from "@rxnetlink/testing/gates";
import { rtnetlink } from "#src/rtnetlink.js";

unusableArgumentsGate((transport) => boundObjectsOf(rtnetlink({ transport })), {
  // Members that actions only report.
  reported: new Set(["tm", "statsDscpSet", "statsDscpError", "statsCpmarkSet"]),
  // An action has no header.
  headless: new Set(["action"]),
});
