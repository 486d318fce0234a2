// Process events. The kernel reports them to the initial namespace only, where they disturb nobody.
import * as checks from "./checks.mjs";
import { figure, receivedShare, result, windowCpu } from "./figure.mjs";

export const processes = {
  processes: {
    does: "a program creates processes that end at once, one after the other; the listener decodes what it receives of all events",
    namespace: "initial",
    programs: ["baseline", "rxnetlink"],
    storm: { by: "forks", rate: 0 },
    check: checks.processEvents,
    figures: [
      figure("processes", "Process events", "events/s", result("events_per_s"), { target: { ratio: 1.1 } }),
      figure("processes-received", "Process events, received", "%", receivedShare),
      figure("processes-cpu", "Process events, one event", "µs of CPU", windowCpu),
    ],
  },
};
