import {
  type Ack,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
  type Written,
} from "@rxnetlink/core";
import { isBytes } from "@rxnetlink/core/internal";
import {
  attributes,
  binary,
  flag,
  flags,
  type Infer,
  message,
  nest,
  padding,
  readOnly,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { OVS_FLOW_CMD_DEL, OVS_FLOW_CMD_GET, OVS_FLOW_CMD_NEW, OVS_FLOW_CMD_SET } from "../commands.js";
import type { OvsDatapaths } from "../datapath.js";
import { ovsGroups } from "../families.js";
import { ovsHeader } from "../header.js";
import { ofDatapaths } from "../of-datapaths.js";
import { type OvsAction, ovsActions } from "./action.js";
import { type OvsKey, ovsKey } from "./key.js";
import { type OvsFlowStats, ovsFlowStats } from "./stats.js";

/** Parts that a reply leaves out (`OVS_UFID_F_*`). */
export const ovsUfidFlags = flags("OVS_UFID_F_", u32, {
  /** The key. */
  omitKey: 0x1,
  /** The mask. */
  omitMask: 0x2,
  /** The actions. */
  omitActions: 0x4,
});

/** Attributes of flows (`OVS_FLOW_ATTR_*`). */
const ovsFlowAttributes = attributes("flow-attrs", "OVS_FLOW_ATTR_", {
  /** Packets that it is for. */
  key: [1, nest<OvsKey>(ovsKey)],
  /** Actions, in order; none to drop. */
  actions: [2, nest<OvsAction[]>(ovsActions)],
  /** Counters. Read-only. */
  stats: [3, readOnly(nest<OvsFlowStats>(ovsFlowStats))],
  /** Flags of TCP that were seen. Read-only. */
  tcpFlags: [4, readOnly(u8)],
  /** Time of the last packet, in milliseconds of the monotonic clock. Read-only. */
  used: [5, readOnly(u64)],
  /** Set to reset the counters. Write-only. */
  clear: [6, flag],
  /** Bits of the key that count; all by default. */
  mask: [7, nest<OvsKey>(ovsKey)],
  /** Set to try what the kernel can do, without a message in its log. Write-only. */
  probe: [8, flag],
  /** Id that user space chose, 1 to 16 bytes; the key identifies flows without one. */
  ufid: [9, binary],
  /** Parts that the reply leaves out; see {@link ovsUfidFlags}. Write-only. */
  ufidFlags: [10, ovsUfidFlags],
  pad: [11, padding],
});
/** Layout of `OVS_FLOW_CMD_*`. */
export const ovsFlowMessage = message("ovs-flow", ovsHeader, ovsFlowAttributes);
/** A flow: what to do with packets that look alike. */
export interface OvsFlow extends Infer<typeof ovsFlowMessage> {}

/** Time between lists, in milliseconds. */
const RELIST = 5000;

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const asText = (_: string, value: unknown) =>
  isBytes(value) ? hex(value) : typeof value === "bigint" ? String(value) : value;

/** Messages of flows (`OVS_FLOW_CMD_*`). */
export const ovsFlowObject = defineObject({
  name: "ovsFlow",
  namedBy: ["dpIfindex", "ufid", "key"],
  layout: nest<OvsFlow>(ovsFlowMessage),
  types: { new: OVS_FLOW_CMD_NEW, delete: OVS_FLOW_CMD_DEL, get: OVS_FLOW_CMD_GET, set: OVS_FLOW_CMD_SET },
  alsoNotifiedBy: [OVS_FLOW_CMD_SET],
  groups: [ovsGroups.flow],
  verbs: ["list", "get", "add", "change", "delete", "notify", "watch"],
  filters: ["dpIfindex"],
  requestOnly: ["ufidFlags"],
  // Without id and key, the kernel would remove all.
  keysOf: (given) => {
    if (given.ufid !== undefined) return [pick(given, "dpIfindex", "ufid")];
    return given.key === undefined ? [{}] : [pick(given, "dpIfindex", "key")];
  },
  state: {
    identityOf: ({ dpIfindex, ufid, key }) =>
      `${dpIfindex} ${ufid ? hex(ufid) : JSON.stringify(key, asText)}`,
    relistEvery: RELIST,
    volatile: ["stats", "used", "tcpFlags"],
    silent: { "": { reason: "a flush, and the end of a datapath, are not reported for each flow" } },
  },
});
/** A datapath, by the index or name of the link that is its local port. */
export interface OvsDatapathKey extends Pick<OvsFlow, "dpIfindex"> {}

/**
 * Verbs of flows. `list$()` lists those of all datapaths, one by one. State is listed again every five seconds, since flows
 * silently disappear when they are flushed.
 */
export interface OvsFlows extends ObjectOf<typeof ovsFlowObject> {
  /** Adds a flow, or changes the one that exists. */
  replace$(flow: Written<OvsFlow>): Observable<Ack>;
  /** Removes all flows of a datapath with one request. */
  flushAll$(datapath: OvsDatapathKey): Observable<Ack>;
}

/** Returns the verbs of flows over a connection. */
export function ovsFlowsOf(connection: Connection, datapaths: OvsDatapaths): OvsFlows {
  const request = (type: number, verb: string, value: Partial<OvsFlow>) =>
    connection.execute$({
      ...{ type, layout: ovsFlowMessage, value },
      label: { object: "ovsFlow", verb, namedBy: ["dpIfindex"] },
    });
  return extendObject(ofDatapaths(connection, ovsFlowObject, datapaths), {
    replace$: (flow: Written<OvsFlow>) => request(OVS_FLOW_CMD_NEW, "replace", flow as Partial<OvsFlow>),
    flushAll$: ({ dpIfindex }: OvsDatapathKey) => request(OVS_FLOW_CMD_DEL, "flushAll", { dpIfindex }),
  });
}
