import { type Ack, bindObject, type Connection, extendObject } from "@rxnetlink/core";
import type { Observable } from "rxjs";
import { type ConntrackEvent, type ConntrackEventOptions, events$ } from "./events.js";
import { type ConntrackGroup, flushAll$ } from "./flush.js";
import { type ConntrackVerbs, conntrackObject } from "./object.js";
import { type ZeroCounters, zeroCountersOf } from "./zero-counters.js";

/** What connections have beside the verbs. */
interface More {
  /** Reads connections and zeroes their counters at once. */
  readonly zeroCounters: ZeroCounters;
  /**
   * Emits what begins, changes and ends, until unsubscribed, and where notifications were lost.
   *
   * @example
   * nf.conntrack.events$({ events: ["destroy"] });
   */
  events$(options?: ConntrackEventOptions): Observable<ConntrackEvent>;
  /**
   * Deletes connections with one request.
   *
   * @param which - `"all"`, or a family or a mark; what selects none is an error.
   *
   * @example
   * nf.conntrack.flushAll$({ family: "ipv6" });
   */
  flushAll$(which: ConntrackGroup | "all"): Observable<Ack>;
}

/**
 * Verbs of tracked connections. Without a rule that uses connection tracking, the kernel tracks none in a namespace.
 *
 * A key is `tupleOrig` or `tupleReply`, and `zone` if it has one. `delete$` of a listed connection also sends its `id`, and
 * errors with `ENOENT` if another one has the tuple by now. `list$` has the kernel filter by `family`, `mark`, `status`, `zone`
 * and, for IPv4, the members of the tuples.
 *
 * `watch$` and `state$` list every minute, or as often as `relistEvery` says, since the kernel hides many ends: with the sysctl
 * `net.netfilter.nf_conntrack_events` at 2, its default, it reports nothing about connections that began while nobody listened.
 * With 1 it reports all. Counters and timeouts are those of the last list.
 */
export interface Conntracks extends ConntrackVerbs, More {}

/** Binds tracked connections to a connection. */
export function conntrackOf(connection: Connection): Conntracks {
  return extendObject<ConntrackVerbs, More>(bindObject(connection, conntrackObject), {
    zeroCounters: zeroCountersOf(connection),
    events$: (options) => events$(connection, options),
    flushAll$: (which) => flushAll$(connection, which),
  });
}
