import { attributes, extend, type Infer, message, nest, readOnly, struct } from "@rxnetlink/core/schema";
import {
  type ClassOptions,
  type ClassXstats,
  classOptions,
  classXstats,
  type QdiscKind,
  qdiscKind,
} from "./qdisc-kinds/index.js";
import { statsCommon } from "./stats.js";
import { tcaCommon, tcHandle, tcmsgHead } from "./tcmsg.js";

/** The fixed header of class messages. */
export const classTcmsg = struct(
  "tcmsg",
  extend(tcmsgHead, {
    /** Its class id, `major:minor`; the major number is that of its qdisc. */
    handle: tcHandle,
    /** The class it is in, or its qdisc. */
    parent: tcHandle,
    /** Handle of the qdisc inside it; read-only. */
    info: readOnly(tcHandle),
  }),
);

/** Statistics of a class (`TCA_STATS_*`). */
export const classStatsAttributes = attributes(
  "tca-stats-attrs",
  "TCA_STATS_",
  extend(statsCommon, {
    /** Statistics of its kind. */
    app: [4, nest<ClassXstats>(classXstats)],
  }),
);
/** Statistics of a class. */
export interface ClassStats extends Infer<typeof classStatsAttributes> {}

/** The attributes of class messages (`TCA_*`). */
export const classAttributes = attributes(
  "attrs",
  "TCA_",
  extend(tcaCommon, {
    /** The kind of its qdisc: `"htb"`, `"drr"` … */
    kind: [1, nest<QdiscKind>(qdiscKind)],
    /** Settings of its kind. */
    options: [2, nest<ClassOptions>(classOptions)],
    /** Statistics of its kind; `stats2.app` has the same. */
    xstats: [4, readOnly(nest<ClassXstats>(classXstats))],
    /** Statistics. */
    stats2: [7, readOnly(nest<ClassStats>(classStatsAttributes))],
  }),
);

/** The layout of `RTM_NEWTCLASS`, `RTM_DELTCLASS` and `RTM_GETTCLASS`. */
export const classMessage = message("class", classTcmsg, classAttributes);
/** A class: a share of what a classful qdisc sends. */
export interface TcClass extends Infer<typeof classMessage> {}
