import {
  attributes,
  type Infer,
  message,
  NLM_F_ECHO,
  nest,
  type ObjectDeclaration,
  pick,
  struct,
  u32,
  type Verb,
} from "@rxnetlink/core";
import { kindHint } from "../hints.js";
import { TC_H_ROOT } from "./handle.js";
import { keptQdisc } from "./kept-qdisc.js";
import {
  type QdiscKind,
  type QdiscOptions,
  type QdiscXstats,
  qdiscKind,
  qdiscOptions,
  qdiscXstats,
} from "./qdisc-kinds/index.js";
import { TC_GROUP } from "./shared-block.js";
import { statsCommon } from "./stats.js";
import { tcaCommon, tcHandle, tcmsgHead } from "./tcmsg.js";

/** The fixed header of qdisc messages. */
export const qdiscTcmsg = struct("tcmsg", {
  ...tcmsgHead,
  /** Its handle, `major:0`; 0 in a request lets the kernel choose. */
  handle: tcHandle,
  /** The class it is in, or `TC_H_ROOT` or `TC_H_INGRESS`; filled in with the root. */
  parent: tcHandle,
  /** How many hold it; read-only. */
  info: u32,
});

/** Statistics of a qdisc (`TCA_STATS_*`). */
export const qdiscStatsAttributes = attributes("tca-stats-attrs", "TCA_STATS_", {
  ...statsCommon,
  /** Statistics of its kind. */
  app: [4, nest<QdiscXstats>(qdiscXstats)],
});
/** Statistics of a qdisc. */
export interface QdiscStats extends Infer<typeof qdiscStatsAttributes> {}

/** The attributes of qdisc messages (`TCA_*`). */
export const qdiscAttributes = attributes("attrs", "TCA_", {
  ...tcaCommon,
  /** The kind: `"htb"`, `"fq_codel"` … */
  kind: [1, nest<QdiscKind>(qdiscKind)],
  /** Settings of its kind. */
  options: [2, nest<QdiscOptions>(qdiscOptions)],
  /** Statistics of its kind; `stats2.app` has the same, and alone those of `cake`. */
  xstats: [4, nest<QdiscXstats>(qdiscXstats)],
  /** Statistics. */
  stats2: [7, nest<QdiscStats>(qdiscStatsAttributes)],
});

/** The layout of `RTM_NEWQDISC`, `RTM_DELQDISC` and `RTM_GETQDISC`. */
export const qdiscMessage = message("qdisc", qdiscTcmsg, qdiscAttributes);
/** A queueing discipline: how the packets of a link wait, and in which order they leave. */
export interface Qdisc extends Infer<typeof qdiscMessage> {}

/** The root is meant where nothing else is said. */
function atRoot(given: Partial<Qdisc>, verb: Verb): Partial<Qdisc> {
  const named = given.handle !== undefined && verb !== "add" && verb !== "replace";
  return verb === "list" || named ? given : { parent: TC_H_ROOT, ...given };
}

/**
 * Qdisc messages (`RTM_*QDISC`). The kernel answers `get$` by telling the whole group: those who listen hear of a
 * qdisc that is as it was.
 */
export const qdiscObject: ObjectDeclaration<Qdisc> = {
  name: "qdisc",
  namedBy: ["ifindex", "parent", "handle", "kind"],
  hint: kindHint("qdisc kind", qdiscKind.words),
  layout: nest<Qdisc>(qdiscMessage),
  types: { new: 36, delete: 37, get: 38 },
  groups: [TC_GROUP],
  filters: [],
  selectors: ["dumpInvisible"],
  changeFlags: 0,
  getFlags: NLM_F_ECHO,
  state: keptQdisc,
  prepare: atRoot,
  // Those that the kernel chose by itself have no handle and cannot be deleted.
  keysOf: (value) => (value.handle === 0 ? [] : [pick(value, "ifindex", "parent", "handle", "kind")]),
};
