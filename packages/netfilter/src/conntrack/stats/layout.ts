import { attributes, be16, be32, type Infer, message, struct } from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";

const { family, version } = nfgenmsg.fields;

/** Header of the statistics of a CPU (`struct nfgenmsg`). */
const ofCpu = struct("nfgenmsg", {
  /** Protocol family; always `"unspec"`. */
  family,
  /** Version; always 0. */
  version,
  /** Number of the CPU. */
  cpu: be16,
});

/** Statistics of connection tracking on one CPU (`CTA_STATS_*`). */
export const conntrackStatsAttributes = attributes("conntrack-stats-attrs", "CTA_STATS_", {
  /** Not counted since 4.9. */
  searched: [1, be32],
  /** Entries found. */
  found: [2, be32],
  /** Not counted since 4.9. */
  new: [3, be32],
  /** Packets that cannot be tracked. */
  invalid: [4, be32],
  /** Not counted since 5.10. */
  ignore: [5, be32],
  /** Not counted since 4.9. */
  delete: [6, be32],
  /** Not counted since 4.9. */
  deleteList: [7, be32],
  /** Connections added. */
  insert: [8, be32],
  /** Connections that could not be added, such as a duplicate. */
  insertFailed: [9, be32],
  /** Packets dropped since the connection could not be added. */
  drop: [10, be32],
  /** Connections dropped to make room for new ones. */
  earlyDrop: [11, be32],
  /** Packets with an error, such as a bad ICMP error. */
  error: [12, be32],
  /** Searches begun again since the table was resized. */
  searchRestart: [13, be32],
  /** Races for a tuple that were resolved; since 5.10. */
  clashResolve: [14, be32],
  /** Connections not added since their chain was too long; since 5.15. */
  chainToolong: [15, be32],
});

/** Layout of the statistics of connection tracking on one CPU (`IPCTNL_MSG_CT_GET_STATS_CPU`). */
export const conntrackCpuStatsMessage = message("conntrack stats", ofCpu, conntrackStatsAttributes);
/** Statistics of connection tracking on one CPU. */
export interface ConntrackCpuStats extends Infer<typeof conntrackCpuStatsMessage> {}

/** Numbers of connections (`CTA_STATS_GLOBAL_*`). */
export const conntrackGlobalStatsAttributes = attributes(
  "conntrack-stats-global-attrs",
  "CTA_STATS_GLOBAL_",
  {
    /** Connections in the namespace. */
    entries: [1, be32],
    /** Most connections that the table may hold (`nf_conntrack_max`); since 4.17. */
    maxEntries: [2, be32],
  },
);

/** Layout of the numbers of connections (`IPCTNL_MSG_CT_GET_STATS`). */
export const conntrackGlobalStatsMessage = message(
  "conntrack stats global",
  nfgenmsg,
  conntrackGlobalStatsAttributes,
);
/** Numbers of connections. */
export interface ConntrackGlobalStats extends Infer<typeof conntrackGlobalStatsMessage> {}

/** Statistics of expectations on one CPU (`CTA_STATS_EXP_*`). */
export const expectationStatsAttributes = attributes("expect-stats-attrs", "CTA_STATS_EXP_", {
  /** Expectations met by a connection. */
  new: [1, be32],
  /** Expectations made. */
  create: [2, be32],
  /** Expectations deleted. */
  delete: [3, be32],
});

/** Layout of the statistics of expectations on one CPU (`IPCTNL_MSG_EXP_GET_STATS_CPU`). */
export const expectationCpuStatsMessage = message("expectation stats", ofCpu, expectationStatsAttributes);
/** Statistics of expectations on one CPU. */
export interface ExpectationCpuStats extends Infer<typeof expectationCpuStatsMessage> {}
