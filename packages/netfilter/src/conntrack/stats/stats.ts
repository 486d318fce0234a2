import type { Connection } from "@rxnetlink/core";
import { NLM_F_ACK } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import {
  IPCTNL_MSG_CT_GET_STATS,
  IPCTNL_MSG_CT_GET_STATS_CPU,
  IPCTNL_MSG_EXP_GET_STATS_CPU,
} from "../messages.js";
import {
  type ConntrackCpuStats,
  type ConntrackGlobalStats,
  conntrackCpuStatsMessage,
  conntrackGlobalStatsMessage,
  type ExpectationCpuStats,
  expectationCpuStatsMessage,
} from "./layout.js";

/** Statistics of connection tracking in a namespace. */
export interface ConntrackStatistics {
  /** Emits the number of connections, and the most that the table may hold. */
  global$(): Observable<ConntrackGlobalStats>;
  /** Emits the statistics of each CPU. */
  cpu$(): Observable<ConntrackCpuStats>;
  /** Emits the statistics of expectations of each CPU. */
  expectation$(): Observable<ExpectationCpuStats>;
}

/** Binds the statistics of connection tracking to a connection. */
export function conntrackStatisticsOf(connection: Connection): ConntrackStatistics {
  const label = { object: "conntrack statistics", verb: "get", namedBy: [] };
  // The reply says that more follow, but none do: the acknowledgement is its end.
  const global = {
    type: IPCTNL_MSG_CT_GET_STATS,
    layout: conntrackGlobalStatsMessage,
    value: {},
    label,
    flags: NLM_F_ACK,
  };
  const cpu = { type: IPCTNL_MSG_CT_GET_STATS_CPU, layout: conntrackCpuStatsMessage, value: {}, label };
  const expectation = {
    type: IPCTNL_MSG_EXP_GET_STATS_CPU,
    layout: expectationCpuStatsMessage,
    value: {},
    label,
  };
  return {
    global$: () => connection.request$(global),
    cpu$: () => connection.dump$(cpu),
    expectation$: () => connection.dump$(expectation),
  };
}
