import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import {
  attributes,
  type Infer,
  ifindex,
  ipv6,
  message,
  NLM_F_REPLACE,
  nest,
  pad,
  prefixed,
  readOnly,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../common/address-family.js";
import { RTM_DELADDRLABEL, RTM_GETADDRLABEL, RTM_NEWADDRLABEL } from "../common/rtm.js";

/** Fixed header of address label messages. */
export const ifaddrlblmsg = struct("ifaddrlblmsg", {
  /** `"inet6"`; filled in. */
  family: addressFamily,
  _: pad(1),
  /** Prefix length; filled in with 128, a single host. */
  prefixlen: u8,
  /** Not used by the kernel. */
  flags: u8,
  /** Index of the link to which the label applies; 0 is every link. */
  index: ifindex(u32),
  /** Version of the label table. Read-only. */
  seq: readOnly(u32),
});

/** Attributes of address labels (`IFAL_*`). */
export const addrlabelAttributes = attributes("addrlabel-attrs", "IFAL_", {
  /** Prefix; requests and matches also take it with its length: `"2001:db8::/32"`. */
  address: [1, prefixed(ipv6, "prefixlen")],
  /** Label. */
  label: [2, u32],
});

/** Layout of `RTM_*ADDRLABEL`. */
export const addrlabelMessage = message("addrlabel", ifaddrlblmsg, addrlabelAttributes);
/** A label of an IPv6 prefix: address selection prefers a source with the label of the destination (RFC 6724). */
export interface Addrlabel extends Infer<typeof addrlabelMessage> {}

const HOST = 128;

/** Address label messages (`RTM_*ADDRLABEL`). The kernel sends no notifications of them, so there is no state. */
export const addrlabelObject = defineObject({
  name: "addrlabel",
  namedBy: ["address", "prefixlen", "index", "label"],
  layout: nest<Addrlabel>(addrlabelMessage),
  types: { new: RTM_NEWADDRLABEL, delete: RTM_DELADDRLABEL, get: RTM_GETADDRLABEL },
  groups: [],
  verbs: ["list", "get", "add", "change", "replace", "delete"],
  filters: ["family"],
  changeFlags: NLM_F_REPLACE,
  complete: (given, verb) => ({ family: "inet6", ...(verb !== "list" && { prefixlen: HOST }), ...given }),
  notFound: "ENOENT",
  // The kernel returns the label of an address, not that of a prefix.
  getsByList: ({ prefixlen = HOST, label }) => prefixlen !== HOST || label !== undefined,
  looksUp: ({ prefixlen, label }) => prefixlen === undefined || label === undefined,
  keysOf: (label) => [pick(label, "family", "prefixlen", "index", "address", "label")],
});
/** Verbs of address labels. */
export interface Addrlabels extends ObjectOf<typeof addrlabelObject> {}
