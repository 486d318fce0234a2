import {
  type AttributesOf,
  attributes,
  binary,
  enumeration,
  type Infer,
  message,
  nest,
  nestedArray,
  sharedAttributes,
  string,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { handleAttributes } from "../common/handle.js";

/** Meaning of the values of a field (`DEVLINK_DPIPE_FIELD_MAPPING_TYPE_*`). */
export const devlinkDpipeFieldMappingType = enumeration("DEVLINK_DPIPE_FIELD_MAPPING_TYPE_", u32, {
  none: 0,
  /** Indexes of links. */
  ifindex: 1,
});

/** Ways to match (`DEVLINK_DPIPE_MATCH_TYPE_*`). */
export const devlinkDpipeMatchType = enumeration("DEVLINK_DPIPE_MATCH_TYPE_", u32, {
  /** A field has just this value. */
  fieldExact: 0,
});

/** Actions (`DEVLINK_DPIPE_ACTION_TYPE_*`). */
export const devlinkDpipeActionType = enumeration("DEVLINK_DPIPE_ACTION_TYPE_", u32, {
  /** A field gets this value. */
  fieldModify: 0,
});

/** Headers that all devices have (`DEVLINK_DPIPE_HEADER_*`). */
export const devlinkDpipeHeaderId = enumeration("DEVLINK_DPIPE_HEADER_", u32, {
  ethernet: 0,
  ipv4: 1,
  ipv6: 2,
});
/** Fields of Ethernet (`DEVLINK_DPIPE_FIELD_ETHERNET_*`). */
export const devlinkDpipeFieldEthernet = enumeration("DEVLINK_DPIPE_FIELD_ETHERNET_", u32, { dstMac: 0 });
/** Fields of IPv4 (`DEVLINK_DPIPE_FIELD_IPV4_*`). */
export const devlinkDpipeFieldIpv4 = enumeration("DEVLINK_DPIPE_FIELD_IPV4_", u32, { dstIp: 0 });
/** Fields of IPv6 (`DEVLINK_DPIPE_FIELD_IPV6_*`). */
export const devlinkDpipeFieldIpv6 = enumeration("DEVLINK_DPIPE_FIELD_IPV6_", u32, { dstIp: 0 });

const field = sharedAttributes({
  /** Header of the field: a number of the device, or one of {@link devlinkDpipeHeaderId} if `dpipeHeaderGlobal` is 1. */
  dpipeHeaderId: [52, u32],
  /** 1 if the header is one that all devices have. */
  dpipeHeaderGlobal: [54, u8],
  /** Number of the header among those of its kind, from the outside. */
  dpipeHeaderIndex: [55, u32],
  /** The field. */
  dpipeFieldId: [58, u32],
});

const value = sharedAttributes({
  /** Value of the field. */
  dpipeValue: [46, binary],
  /** Bits of the value that count. */
  dpipeValueMask: [47, binary],
  /** What the value means, such as the index of a link. */
  dpipeValueMapping: [48, u32],
});

const matchAttributes = attributes("dl-dpipe-match", "DEVLINK_ATTR_", {
  /** Way to match. */
  dpipeMatchType: [42, devlinkDpipeMatchType],
  ...field,
});
/** A field that a table matches. */
export interface DevlinkDpipeMatch extends AttributesOf<typeof field>, Infer<typeof matchAttributes> {}

const actionAttributes = attributes("dl-dpipe-action", "DEVLINK_ATTR_", {
  /** Action. */
  dpipeActionType: [45, devlinkDpipeActionType],
  ...field,
});
/** A field that a table changes. */
export interface DevlinkDpipeAction extends AttributesOf<typeof field>, Infer<typeof actionAttributes> {}

const matchValueAttributes = attributes("dl-dpipe-match-value", "DEVLINK_ATTR_", {
  /** The field. */
  dpipeMatch: [40, nest<DevlinkDpipeMatch>(matchAttributes)],
  ...value,
});
/** A value that an entry matches. */
export interface DevlinkDpipeMatchValue
  extends AttributesOf<typeof value>,
    Infer<typeof matchValueAttributes> {}

const actionValueAttributes = attributes("dl-dpipe-action-value", "DEVLINK_ATTR_", {
  /** The field. */
  dpipeAction: [43, nest<DevlinkDpipeAction>(actionAttributes)],
  ...value,
});
/** A value that an entry sets. */
export interface DevlinkDpipeActionValue
  extends AttributesOf<typeof value>,
    Infer<typeof actionValueAttributes> {}

const tableAttributes = attributes("dl-dpipe-table", "DEVLINK_ATTR_", {
  /** Name. */
  dpipeTableName: [29, string],
  /** Number of entries that it has room for. */
  dpipeTableSize: [30, u64],
  /** Fields that it matches. */
  dpipeTableMatches: [31, nestedArray(40, nest<DevlinkDpipeMatch>(matchAttributes))],
  /** Fields that it changes. */
  dpipeTableActions: [32, nestedArray(43, nest<DevlinkDpipeAction>(actionAttributes))],
  /** 1 if it counts. */
  dpipeTableCountersEnabled: [33, u8],
  /** Resource that its entries take room of. */
  dpipeTableResourceId: [75, u64],
  /** Units of the resource that an entry takes. */
  dpipeTableResourceUnits: [76, u64],
});
/** A table of the pipeline of a device. */
export interface DevlinkDpipeTable extends Infer<typeof tableAttributes> {}

const entryAttributes = attributes("dl-dpipe-entry", "DEVLINK_ATTR_", {
  /** Number. */
  dpipeEntryIndex: [36, u64],
  /** Values that it matches. */
  dpipeEntryMatchValues: [37, nestedArray(41, nest<DevlinkDpipeMatchValue>(matchValueAttributes))],
  /** Values that it sets. */
  dpipeEntryActionValues: [38, nestedArray(44, nest<DevlinkDpipeActionValue>(actionValueAttributes))],
  /** Packets that it matched, if its table counts. */
  dpipeEntryCounter: [39, u64],
});
/** An entry of a table of the pipeline. */
export interface DevlinkDpipeEntry extends Infer<typeof entryAttributes> {}

const fieldAttributes = attributes("dl-dpipe-field", "DEVLINK_ATTR_", {
  /** Name. */
  dpipeFieldName: [57, string],
  /** Number. */
  dpipeFieldId: [58, u32],
  /** Number of bits. */
  dpipeFieldBitwidth: [59, u32],
  /** Meaning of its values. */
  dpipeFieldMappingType: [60, devlinkDpipeFieldMappingType],
});
/** A field of a header. */
export interface DevlinkDpipeField extends Infer<typeof fieldAttributes> {}

const headerAttributes = attributes("dl-dpipe-header", "DEVLINK_ATTR_", {
  /** Name. */
  dpipeHeaderName: [51, string],
  /** Number. */
  dpipeHeaderId: [52, u32],
  /** Fields. */
  dpipeHeaderFields: [53, nestedArray(56, nest<DevlinkDpipeField>(fieldAttributes))],
  /** 1 if it is one that all devices have. */
  dpipeHeaderGlobal: [54, u8],
});
/** A header that the pipeline knows. */
export interface DevlinkDpipeHeader extends Infer<typeof headerAttributes> {}

const dpipeAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** Tables. */
  dpipeTables: [27, nestedArray(28, nest<DevlinkDpipeTable>(tableAttributes))],
  /** Name of a table. Write-only. */
  dpipeTableName: [29, string],
  /** 1 to have it count. Write-only. */
  dpipeTableCountersEnabled: [33, u8],
  /** Entries. */
  dpipeEntries: [34, nestedArray(35, nest<DevlinkDpipeEntry>(entryAttributes))],
  /** Headers. */
  dpipeHeaders: [49, nestedArray(50, nest<DevlinkDpipeHeader>(headerAttributes))],
});

/** Layout of `DEVLINK_CMD_DPIPE_*`. */
export const devlinkDpipeMessage = message("dpipe", genlmsghdr, dpipeAttributes);
/** Parts of the pipeline of a device. */
export interface DevlinkDpipe
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkDpipeMessage> {}
