import type { Connection } from "@rxnetlink/core";
import { checkOptions, deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { NET_DM_CMD_CONFIG_GET, NET_DM_CMD_STATS_GET } from "./commands.js";
import { dropMonitorFamily } from "./family.js";
import { type DropConfig, type DropStats, dropConfigMessage, dropStatsMessage } from "./layout.js";
import { stopped$ } from "./monitoring.js";
import { type Dropped, droppedOf } from "./shared.js";

/**
 * The drop monitor (`NET_DM`), since 5.4: packets that the kernel or a device drops, with reasons. It is one for the whole
 * machine, in the initial namespace, and needs `CAP_NET_ADMIN` there.
 */
export interface DropMonitor {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /**
   * Starts the monitor, and emits what is dropped in all namespaces until unsubscribed, which stops it. Subscribers with the
   * same options share it; others get `EBUSY`, as do those of other programs.
   *
   * @example
   * monitor.dropped$().subscribe((event) => {
   *   if (event.type === "packet") console.log(event.reason, event.symbol);
   * });
   */
  readonly dropped$: Dropped;
  /** Emits the configuration. */
  config$(): Observable<DropConfig>;
  /** Emits the number of packets that were not reported for lack of room. */
  stats$(): Observable<DropStats>;
  /** Stops the monitor, whoever started it, such as a program that was killed. */
  stop$(): Observable<void>;
}

function read$<R>(connection: Connection, type: number, verb: string, reply: R) {
  const label = { object: "dropMonitor", verb, namedBy: [] };
  return deferred(() => connection.request$({ type, layout: dropConfigMessage, value: {}, label, ...reply }));
}

/**
 * Connects to the drop monitor over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function dropMonitor(options: FamilyOptions): DropMonitor {
  const { transport, ...rest } = checkOptions("dropMonitor", options, familyChecks);
  const connection = connectFamily(transport, dropMonitorFamily, rest);
  const stats = { reply: nest<DropStats>(dropStatsMessage) };
  return {
    connection,
    dropped$: droppedOf(connection),
    config$: () => read$(connection, NET_DM_CMD_CONFIG_GET, "config", {}),
    stats$: () => read$(connection, NET_DM_CMD_STATS_GET, "stats", stats) as Observable<DropStats>,
    stop$: () => stopped$(connection),
  };
}
