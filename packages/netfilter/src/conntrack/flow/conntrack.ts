import { bindObject, type Connection, extendObject, type Match } from "@rxnetlink/core";
import type { Observable } from "rxjs";
import { type ConntrackEvent, type ConntrackEventOptions, events$ } from "./events.js";
import type { Conntrack } from "./layout.js";
import { type ConntrackVerbs, conntrackObject } from "./object.js";
import { zeroCountersOf } from "./zero-counters.js";

/** Methods of connections beside the verbs. */
interface More {
  /**
   * Reads connections and sets their counters to 0, each at once: no packet is lost or counted twice.
   *
   * @param which - `"all"`; a match by `family`, `mark` and `markMask`, which all kernels select by; or the key of a connection.
   *
   * @example
   * nf.conntrack.zeroCounters$({ family: "ipv4" });
   */
  zeroCounters$(which: Match<Conntrack> | "all"): Observable<Conntrack>;
  /**
   * Emits what begins, changes and ends, until unsubscribed, and where notifications were lost.
   *
   * @example
   * nf.conntrack.events$({ events: ["destroy"] });
   */
  events$(options?: ConntrackEventOptions): Observable<ConntrackEvent>;
}

/**
 * Verbs of tracked connections. Without a rule that uses connection tracking, the kernel tracks none in a namespace.
 *
 * A key is `tupleOrig` or `tupleReply`, and `zone` if it has one. `delete$` of a listed connection also sends its `id`, and
 * errors with `ENOENT` if another one has the tuple by now. `list$` has the kernel filter by `family`, `mark`, `status`, `zone`
 * and, for IPv4, the members of the tuples. `flushAll$` takes `"all"`, a `family` or a `mark` with its `markMask`; what leaves
 * no connection out is an error, and so is a key of `delete$` without a tuple, which the kernel would take for a flush.
 *
 * `watch$` and `state$` list every minute, or as often as `relistEvery` says, since the kernel hides many ends: with the sysctl
 * `net.netfilter.nf_conntrack_events` at 2, its default, it reports nothing about connections that began while nobody listened.
 * With 1 it reports all. Counters and timeouts are those of the last list.
 */
export interface Conntracks extends ConntrackVerbs, More {}

/** Binds tracked connections to a connection. */
export function conntrackOf(connection: Connection): Conntracks {
  return extendObject<ConntrackVerbs, More>(bindObject(connection, conntrackObject), {
    zeroCounters$: zeroCountersOf(connection),
    events$: (options) => events$(connection, options),
  });
}
