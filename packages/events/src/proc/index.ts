export type { RefreshedResync, RefreshedSynced } from "../common/refreshed.js";
export { type ByTimestampOptions, byTimestamp } from "./by-timestamp.js";
export type { ProcessDetails, ProcessFacts, ProcessGone, ProcessSkipped } from "./details.js";
export type {
  ProcChange,
  ProcComm,
  ProcCoredump,
  ProcDetails,
  ProcEvent,
  ProcExec,
  ProcExit,
  ProcFork,
  ProcGid,
  ProcLost,
  ProcOther,
  ProcPtrace,
  ProcSid,
  ProcThread,
  ProcUid,
} from "./events.js";
export type { ProcEventKind, ProcEventOptions, ProcessEventsOptions } from "./options.js";
export { type ProcessEvents, processEvents } from "./process-events.js";
export type { ProcessesOptions, ProcessWatchEvent, RunningProcess } from "./processes.js";
export { CN_IDX_PROC, CN_VAL_PROC, NETLINK_CONNECTOR } from "./protocol.js";
export {
  type DetailedProcEvent,
  type ProcessDetailsOptions,
  withProcessDetails,
} from "./with-details.js";
