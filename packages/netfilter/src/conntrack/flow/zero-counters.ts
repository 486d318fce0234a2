import { bindObject, type Connection, defineObject, type Match, type RequestVerb } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { IPCTNL_MSG_CT_GET_CTRZERO } from "../messages.js";
import { completeConntrack } from "./complete.js";
import { checkGroup } from "./group.js";
import type { Conntrack } from "./layout.js";
import { conntrackObject } from "./object.js";

/** Completes a request; what is compared on our side only is refused, since the counters of what it leaves out would be lost. */
function complete(given: Partial<Conntrack>, verb: RequestVerb): Partial<Conntrack> {
  if (verb === "list")
    checkGroup(given, "list$ the connections, then zero the counters of each by its tuple");
  return completeConntrack(given, verb);
}

/** Returns the verbs that read connections and zero their counters. */
function readsOf(connection: Connection) {
  const { state: _, ...conntrack } = conntrackObject;
  const types = { get: IPCTNL_MSG_CT_GET_CTRZERO };
  const reading = { ...conntrack, types, groups: [], verbs: ["list", "get"] as const, complete };
  return bindObject(connection, defineObject(reading));
}

/** Returns the method that reads connections and zeroes their counters; see {@link Conntracks.zeroCounters$}. */
export function zeroCountersOf(connection: Connection) {
  const { list$, get$ } = readsOf(connection);
  return (which: Match<Conntrack> | "all"): Observable<Conntrack> =>
    deferred(() => {
      if (which === "all") return list$();
      return "tupleOrig" in which || "tupleReply" in which ? get$(which) : list$(which);
    });
}
