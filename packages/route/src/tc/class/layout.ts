import { attributes, extend, type Infer, message, nest, readOnly, struct } from "@rxnetlink/core/schema";
import {
  type ClassOptions,
  type ClassXstats,
  classOptions,
  classXstats,
  type QdiscKind,
  qdiscKind,
} from "../qdisc/kinds/formats.js";
import { statsCommon } from "../stats.js";
import { tcaCommon, tcHandle, tcmsgHead } from "../tcmsg.js";

/** Fixed header of class messages. */
export const classTcmsg = struct(
  "tcmsg",
  extend(tcmsgHead, {
    /** Class id, `major:minor`; the major number is that of the qdisc. */
    handle: tcHandle,
    /** Parent class, or the qdisc. */
    parent: tcHandle,
    /** Handle of the inner qdisc; read-only. */
    info: readOnly(tcHandle),
  }),
);

/** Statistics of a class (`TCA_STATS_*`). */
export const classStatsAttributes = attributes(
  "tca-stats-attrs",
  "TCA_STATS_",
  extend(statsCommon, {
    /** Statistics of the kind. */
    app: [4, nest<ClassXstats>(classXstats)],
  }),
);
/** Statistics of a class. */
export interface ClassStats extends Infer<typeof classStatsAttributes> {}

/** Attributes of class messages (`TCA_*`). */
export const classAttributes = attributes(
  "attrs",
  "TCA_",
  extend(tcaCommon, {
    /** Kind of the qdisc, such as `"htb"` or `"drr"`. */
    kind: [1, nest<QdiscKind>(qdiscKind)],
    /** Settings of the kind. */
    options: [2, nest<ClassOptions>(classOptions)],
    /** Statistics of the kind, the same as `stats2.app`. */
    xstats: [4, readOnly(nest<ClassXstats>(classXstats))],
    /** Statistics. */
    stats2: [7, readOnly(nest<ClassStats>(classStatsAttributes))],
  }),
);

/** Layout of `RTM_NEWTCLASS`, `RTM_DELTCLASS` and `RTM_GETTCLASS`. */
export const classMessage = message("class", classTcmsg, classAttributes);
/** Class: a share of the bandwidth of a classful qdisc. */
export interface TcClass extends Infer<typeof classMessage> {}
