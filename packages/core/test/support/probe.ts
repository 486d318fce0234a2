import { channel, tracingChannel } from "node:diagnostics_channel";
import type { Probe } from "#src/probe/probe.js";
import type { RequestTrace } from "#src/probe/request-trace.js";

const STAGES = ["start", "end", "asyncStart", "asyncEnd", "error"] as const;

/** Channels of Node that only this test knows, and what they have published: the stage or name, and the event as it was then. */
export function listening() {
  const requests = tracingChannel<unknown, RequestTrace>(String(Symbol("request")));
  const published: [string, unknown][] = [];
  const seen = (name: string) => (event: unknown) => void published.push([name, { ...(event as object) }]);
  const listened = (name: string) => {
    const one = channel(Symbol(name));
    one.subscribe(seen(name));
    return one;
  };
  for (const stage of STAGES) requests[stage].subscribe(seen(stage));
  const probe: Probe = {
    requests,
    datagrams: listened("datagram"),
    notifications: listened("notification"),
    resyncs: listened("resync"),
  };
  return {
    probe,
    requests,
    published,
    /** The events of requests so far, and what each had. */
    stages: () => published.filter(([name]) => (STAGES as readonly string[]).includes(name)),
    /** What a channel has published so far. */
    of: (name: string) => published.filter(([one]) => one === name).map(([, event]) => event),
  };
}
