import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type Match,
  type ObjectOf,
} from "@rxnetlink/core";
import { type Rates, rate } from "@rxnetlink/core/operators";
import { nest } from "@rxnetlink/core/schema";
import { exhaustMap, type Observable, timer } from "rxjs";
import { ETHTOOL_MSG_STATS_GET } from "../commands/requests.js";
import { common } from "../common/objects.js";
import { type StandardStats, standardStatsMessage } from "./layout.js";

/** Groups of the first kernel that had statistics. */
const GROUPS = { "eth-phy": true, "eth-mac": true, "eth-ctrl": true, rmon: true };

/** Messages of statistics (`ETHTOOL_MSG_STATS_*`). */
export const standardStatsObject = defineObject({
  ...common<StandardStats>(["groups", "src"]),
  name: "stats",
  layout: nest<StandardStats>(standardStatsMessage),
  types: { get: ETHTOOL_MSG_STATS_GET },
  groups: [],
  verbs: ["list", "get"],
  complete: (value) => ({ ...value, groups: value.groups ?? GROUPS }),
});

/** Options of rates. */
export interface StatsRatesOptions {
  /** Time between two readings, in milliseconds; 1000 by default. */
  readonly every?: number;
}

/** Verbs of standard statistics; see {@link StandardStats}. */
export interface StandardStatsVerbs extends ObjectOf<typeof standardStatsObject> {
  /**
   * Emits how fast the counters of a link grow, per second, by group and name, from the second reading on.
   *
   * @example
   * et.stats.rates$({ devName: "eth0" }); // { "ethMac.FramesReceivedOK": 811.2, …
   */
  rates$(key: Match<StandardStats>, options?: StatsRatesOptions): Observable<Rates<string>>;
}

/** Returns all counters by group and name. */
function countersOf({ grp = [] }: StandardStats): Record<string, bigint> {
  const named = grp.flatMap(({ id, stat = {} }) =>
    Object.entries(stat).map(([name, value]) => [`${id}.${name}`, value] as const),
  );
  return Object.fromEntries(named);
}

/** Returns the verbs of standard statistics over a connection. */
export function statsOf(connection: Connection): StandardStatsVerbs {
  const object = bindObject(connection, standardStatsObject);
  return extendObject(object, {
    rates$: (key: Match<StandardStats>, { every = 1000 }: StatsRatesOptions = {}) =>
      timer(0, every).pipe(
        exhaustMap(() => object.get$(key)),
        rate(countersOf),
      ),
  });
}
