import { attributes, extend, type Infer, message, nest, readOnly, struct, u32 } from "@rxnetlink/core/schema";
import { statsCommon } from "../stats.js";
import { tcaCommon, tcHandle, tcmsgHead } from "../tcmsg.js";
import {
  type QdiscKind,
  type QdiscOptions,
  type QdiscXstats,
  qdiscKind,
  qdiscOptions,
  qdiscXstats,
} from "./kinds/formats.js";

/** Fixed header of qdisc messages. */
export const qdiscTcmsg = struct(
  "tcmsg",
  extend(tcmsgHead, {
    /** Handle, `major:0`; 0 in a request lets the kernel choose. */
    handle: tcHandle,
    /** Parent: a class, `TC_H_ROOT` or `TC_H_INGRESS`; defaults to the root. */
    parent: tcHandle,
    /** Reference count; read-only. */
    info: readOnly(u32),
  }),
);

/** Statistics of a qdisc (`TCA_STATS_*`). */
export const qdiscStatsAttributes = attributes(
  "tca-stats-attrs",
  "TCA_STATS_",
  extend(statsCommon, {
    /** Statistics of the kind. */
    app: [4, nest<QdiscXstats>(qdiscXstats)],
  }),
);
/** Statistics of a qdisc. */
export interface QdiscStats extends Infer<typeof qdiscStatsAttributes> {}

/** Attributes of qdisc messages (`TCA_*`). */
export const qdiscAttributes = attributes(
  "attrs",
  "TCA_",
  extend(tcaCommon, {
    /** Kind, such as `"htb"` or `"fq_codel"`. */
    kind: [1, nest<QdiscKind>(qdiscKind)],
    /** Settings of the kind. */
    options: [2, nest<QdiscOptions>(qdiscOptions)],
    /** Statistics of the kind, the same as `stats2.app`, which alone has those of `cake`. */
    xstats: [4, readOnly(nest<QdiscXstats>(qdiscXstats))],
    /** Statistics. */
    stats2: [7, readOnly(nest<QdiscStats>(qdiscStatsAttributes))],
  }),
);

/** Layout of `RTM_NEWQDISC`, `RTM_DELQDISC` and `RTM_GETQDISC`. */
export const qdiscMessage = message("qdisc", qdiscTcmsg, qdiscAttributes);
/** Queueing discipline: manages the queue of packets waiting to be sent by a link. */
export interface Qdisc extends Infer<typeof qdiscMessage> {}
