import { type Ack, type Connection, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { from, mergeMap, type Observable } from "rxjs";
import {
  DEVLINK_CMD_DPIPE_ENTRIES_GET,
  DEVLINK_CMD_DPIPE_HEADERS_GET,
  DEVLINK_CMD_DPIPE_TABLE_COUNTERS_SET,
  DEVLINK_CMD_DPIPE_TABLE_GET,
} from "../commands.js";
import type { DevlinkHandle } from "../common/handle.js";
import { ask$, type Command, tell$ } from "../common/request.js";
import {
  type DevlinkDpipe,
  type DevlinkDpipeEntry,
  type DevlinkDpipeHeader,
  type DevlinkDpipeTable,
  devlinkDpipeMessage,
} from "./layout.js";

/** Names a table of the pipeline of a device. */
export interface DevlinkDpipeTableKey extends DevlinkHandle {
  /** Name of the table. */
  readonly dpipeTableName: string;
}

/** Functions of the pipelines of devices, which show how a device forwards. */
export interface DevlinkDpipes {
  /** Emits the tables of a device, or the one of a name. */
  tables$(key: DevlinkHandle & Partial<DevlinkDpipeTableKey>): Observable<DevlinkDpipeTable>;
  /** Emits the entries of a table. */
  entries$(table: DevlinkDpipeTableKey): Observable<DevlinkDpipeEntry>;
  /** Emits the headers that a device knows. */
  headers$(handle: DevlinkHandle): Observable<DevlinkDpipeHeader>;
  /** Turns the counters of a table's entries on or off. */
  setCounters$(table: DevlinkDpipeTableKey, on: boolean): Observable<Ack>;
}

const command = (type: number, verb: string): Command<DevlinkDpipe> => ({
  type,
  layout: nest<DevlinkDpipe>(devlinkDpipeMessage),
  label: { object: "dpipe", verb },
});

const tableKey = (key: DevlinkHandle & Partial<DevlinkDpipeTableKey>) =>
  pick(key, "busName", "devName", "dpipeTableName");

/** Returns the functions of pipelines over a connection. */
export function dpipesOf(connection: Connection): DevlinkDpipes {
  const tables = command(DEVLINK_CMD_DPIPE_TABLE_GET, "tables");
  const entries = command(DEVLINK_CMD_DPIPE_ENTRIES_GET, "entries");
  const headers = command(DEVLINK_CMD_DPIPE_HEADERS_GET, "headers");
  const counters = command(DEVLINK_CMD_DPIPE_TABLE_COUNTERS_SET, "setCounters");
  return {
    tables$: (key) =>
      ask$(connection, tables, tableKey(key)).pipe(mergeMap(({ dpipeTables = [] }) => from(dpipeTables))),
    entries$: (table) =>
      ask$(connection, entries, tableKey(table)).pipe(
        mergeMap(({ dpipeEntries = [] }) => from(dpipeEntries)),
      ),
    headers$: (handle) =>
      ask$(connection, headers, pick(handle, "busName", "devName")).pipe(
        mergeMap(({ dpipeHeaders = [] }) => from(dpipeHeaders)),
      ),
    setCounters$: (table, on) =>
      tell$(connection, counters, { ...tableKey(table), dpipeTableCountersEnabled: on ? 1 : 0 }),
  };
}
