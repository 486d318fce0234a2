import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import {
  attributes,
  enumeration,
  flag,
  type Infer,
  message,
  nest,
  nestedArray,
  padding,
  readOnly,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import {
  OVS_METER_CMD_DEL,
  OVS_METER_CMD_FEATURES,
  OVS_METER_CMD_GET,
  OVS_METER_CMD_SET,
} from "./commands.js";
import { type OvsFlowStats, ovsFlowStats } from "./flow/stats.js";
import { ovsHeader } from "./header.js";

/** Kinds of bands (`OVS_METER_BAND_TYPE_*`). */
export const ovsMeterBandType = enumeration("OVS_METER_BAND_TYPE_", u32, {
  /** Drops packets. */
  drop: 1,
});

/** Attributes of bands (`OVS_BAND_ATTR_*`). */
const ovsBandAttributes = attributes("ovs-band", "OVS_BAND_ATTR_", {
  /** What happens to packets above the rate. */
  type: [1, ovsMeterBandType],
  /** Packets per second, or kilobits per second with `kbps`. */
  rate: [2, u32],
  /** Packets or kilobits that may come at once. */
  burst: [3, u32],
  /** Counters. Read-only. */
  stats: [4, readOnly(nest<OvsFlowStats>(ovsFlowStats))],
});
/** A band: what happens above a rate. */
export interface OvsBand extends Infer<typeof ovsBandAttributes> {}

/** Attributes of meters (`OVS_METER_ATTR_*`). */
const ovsMeterAttributes = attributes("ovs-meter", "OVS_METER_ATTR_", {
  /** Number, which actions name. */
  id: [1, u32],
  /** Set if rates are in kilobits per second, not in packets. */
  kbps: [2, flag],
  /** Counters. Read-only. */
  stats: [3, readOnly(nest<OvsFlowStats>(ovsFlowStats))],
  /** Bands. */
  bands: [4, nestedArray(0, nest<OvsBand>(ovsBandAttributes))],
  /** Time of the last packet, in milliseconds of the monotonic clock. Read-only. */
  used: [5, readOnly(u64)],
  /** Set to reset the counters. Write-only. */
  clear: [6, flag],
  /** Largest number of meters; of features. Read-only. */
  maxMeters: [7, readOnly(u32)],
  /** Largest number of bands; of features. Read-only. */
  maxBands: [8, readOnly(u32)],
  pad: [9, padding],
});
/** Layout of `OVS_METER_CMD_*`. */
export const ovsMeterMessage = message("ovs-meter", ovsHeader, ovsMeterAttributes);
/** A meter, which drops what exceeds a rate; or what meters can do. */
export interface OvsMeter extends Infer<typeof ovsMeterMessage> {}

/** Messages of meters (`OVS_METER_CMD_*`). */
export const ovsMeterObject = defineObject({
  name: "ovsMeter",
  namedBy: ["dpIfindex", "id"],
  layout: nest<OvsMeter>(ovsMeterMessage),
  types: { delete: OVS_METER_CMD_DEL, get: OVS_METER_CMD_GET, set: OVS_METER_CMD_SET },
  groups: [],
  verbs: ["get", "delete", "set"],
  filters: [],
  setReply: { layout: nest<OvsMeter>(ovsMeterMessage) },
  keysOf: (given) => [pick(given, "dpIfindex", "id")],
});
/** Verbs of meters. `set$` adds or changes one, and emits the counters of the one that was there. Since 4.15. */
export interface OvsMeters extends ObjectOf<typeof ovsMeterObject> {
  /** Emits what meters can do (`OVS_METER_CMD_FEATURES`): kinds of bands, and largest numbers. */
  features$(datapath: Pick<OvsMeter, "dpIfindex">): Observable<OvsMeter>;
}

/** Returns the verbs of meters over a connection. */
export function ovsMetersOf(connection: Connection): OvsMeters {
  const label = { object: "ovsMeter", verb: "features", namedBy: ["dpIfindex"] };
  const layout = nest<OvsMeter>(ovsMeterMessage);
  return extendObject(bindObject(connection, ovsMeterObject), {
    features$: (value: Pick<OvsMeter, "dpIfindex">) =>
      connection.request$({ type: OVS_METER_CMD_FEATURES, layout, value, label }),
  });
}
