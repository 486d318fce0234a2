import { defineObject, type ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  type Infer,
  message,
  nest,
  packed,
  readOnly,
  type Sized,
  s32,
  struct,
  u32,
} from "@rxnetlink/core/schema";
import { OVS_CT_LIMIT_CMD_DEL, OVS_CT_LIMIT_CMD_GET, OVS_CT_LIMIT_CMD_SET } from "./commands.js";
import { ovsHeader } from "./header.js";

/** Number that stands for all zones without a limit of their own. */
export const OVS_ZONE_LIMIT_DEFAULT_ZONE = -1;

/** Limit of a zone (`struct ovs_zone_limit`). */
const ovsZoneLimit = struct("ovs_zone_limit", {
  /** Zone; -1 for those without a limit of their own. */
  zoneId: s32,
  /** Number of connections that it may have; 0 for no limit. */
  limit: u32,
  /** Number of connections that it has. Read-only. */
  count: readOnly(u32),
});
/** Limit of a zone. */
export interface OvsZoneLimit extends Infer<typeof ovsZoneLimit> {}

/** Attributes of limits (`OVS_CT_LIMIT_ATTR_*`). */
const ovsCtLimitAttributes = attributes("ovs-ct-limit", "OVS_CT_LIMIT_ATTR_", {
  /** Limits of zones. */
  zoneLimit: [1, packed(nest<OvsZoneLimit>(ovsZoneLimit) as Sized<OvsZoneLimit>)],
});
/** Layout of `OVS_CT_LIMIT_CMD_*`. */
export const ovsCtLimitMessage = message("ovs-ct-limit", ovsHeader, ovsCtLimitAttributes);
/** Limits on the number of connections in the zones of a datapath. */
export interface OvsCtLimit extends Infer<typeof ovsCtLimitMessage> {}

/** Messages of limits (`OVS_CT_LIMIT_CMD_*`). */
export const ovsCtLimitObject = defineObject({
  name: "ovsCtLimit",
  namedBy: ["dpIfindex"],
  layout: nest<OvsCtLimit>(ovsCtLimitMessage),
  types: { delete: OVS_CT_LIMIT_CMD_DEL, get: OVS_CT_LIMIT_CMD_GET, set: OVS_CT_LIMIT_CMD_SET },
  groups: [],
  verbs: ["get", "delete", "set"],
  filters: [],
  setReply: { layout: nest<OvsCtLimit>(ovsCtLimitMessage) },
});

/** Verbs of limits. `get$` emits those of the zones that it names, or of all; `delete$` removes those of the zones named. */
export interface OvsCtLimits extends ObjectOf<typeof ovsCtLimitObject> {}
