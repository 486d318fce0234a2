import { attributes, extend, type Infer, message, nest, readOnly, struct, u32 } from "@rxnetlink/core/schema";
import {
  type QdiscKind,
  type QdiscOptions,
  type QdiscXstats,
  qdiscKind,
  qdiscOptions,
  qdiscXstats,
} from "./qdisc-kinds/index.js";
import { statsCommon } from "./stats.js";
import { tcaCommon, tcHandle, tcmsgHead } from "./tcmsg.js";

/** The fixed header of qdisc messages. */
export const qdiscTcmsg = struct(
  "tcmsg",
  extend(tcmsgHead, {
    /** Its handle, `major:0`; 0 in a request lets the kernel choose. */
    handle: tcHandle,
    /** The class it is in, or `TC_H_ROOT` or `TC_H_INGRESS`; filled in with the root. */
    parent: tcHandle,
    /** How many hold it; read-only. */
    info: readOnly(u32),
  }),
);

/** Statistics of a qdisc (`TCA_STATS_*`). */
export const qdiscStatsAttributes = attributes(
  "tca-stats-attrs",
  "TCA_STATS_",
  extend(statsCommon, {
    /** Statistics of its kind. */
    app: [4, nest<QdiscXstats>(qdiscXstats)],
  }),
);
/** Statistics of a qdisc. */
export interface QdiscStats extends Infer<typeof qdiscStatsAttributes> {}

/** The attributes of qdisc messages (`TCA_*`). */
export const qdiscAttributes = attributes(
  "attrs",
  "TCA_",
  extend(tcaCommon, {
    /** The kind: `"htb"`, `"fq_codel"` … */
    kind: [1, nest<QdiscKind>(qdiscKind)],
    /** Settings of its kind. */
    options: [2, nest<QdiscOptions>(qdiscOptions)],
    /** Statistics of its kind; `stats2.app` has the same, and alone those of `cake`. */
    xstats: [4, readOnly(nest<QdiscXstats>(qdiscXstats))],
    /** Statistics. */
    stats2: [7, readOnly(nest<QdiscStats>(qdiscStatsAttributes))],
  }),
);

/** The layout of `RTM_NEWQDISC`, `RTM_DELQDISC` and `RTM_GETQDISC`. */
export const qdiscMessage = message("qdisc", qdiscTcmsg, qdiscAttributes);
/** A queueing discipline: how the packets of a link wait, and in which order they leave. */
export interface Qdisc extends Infer<typeof qdiscMessage> {}
