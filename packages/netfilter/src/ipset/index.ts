/**
 * IP sets: types, layouts, verbs and messages.
 *
 * @module
 */
export type { BulkOptions, BulkVerb } from "./change/bulk.js";
export { elementLayout as ipsetElement, type IpSetElement } from "./element/element.js";
export type { IpSets, TwoIpSets } from "./ipset.js";
export type { IpSetProtocol, OfferedType } from "./kernel.js";
export type { IpSetLists } from "./lists.js";
export type { ExistOption } from "./requests.js";
export type { IpSetSettings } from "./set/attributes.js";
export {
  type IpSet,
  type IpSetFamily,
  type IpSetName,
  type IpSetOf,
  type IpSetRef,
  ipsetMessages,
  type NewIpSet,
} from "./set/set.js";
export {
  type ElementOf,
  type IpSetCommonSetting,
  type IpSetExtension,
  type IpSetType,
  ipsetTypes,
  type SettingsOf,
} from "./types.js";
export { IPSET_MAX_TIMEOUT, type Skbmark } from "./values/numbers.js";
export type { IpSetWatches, IpSetWatchOptions } from "./watch.js";
