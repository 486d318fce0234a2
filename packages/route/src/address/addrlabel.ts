import {
  attributes,
  type Infer,
  ifindex,
  ipv6,
  message,
  NLM_F_REPLACE,
  nest,
  type ObjectDefinition,
  pad,
  pick,
  readOnly,
  struct,
  u8,
  u32,
} from "@rxnetlink/core";
import { addressFamily } from "../common/address-family.js";
import { RTM_DELADDRLABEL, RTM_GETADDRLABEL, RTM_NEWADDRLABEL } from "../common/rtm.js";

/** The fixed header of messages of address labels. */
export const ifaddrlblmsg = struct("ifaddrlblmsg", {
  /** `"inet6"`; filled in. */
  family: addressFamily,
  _: pad(1),
  /** Length of the prefix; filled in with that of a single host. */
  prefixlen: u8,
  /** Not used by the kernel. */
  flags: u8,
  /** Index of the link that it is for; 0 is all. */
  index: ifindex(u32),
  /** Which version of the table it is from. Read-only. */
  seq: readOnly(u32),
});

/** The attributes of address labels (`IFAL_*`). */
export const addrlabelAttributes = attributes("addrlabel-attrs", "IFAL_", {
  /** The prefix. */
  address: [1, ipv6],
  /** The label. */
  label: [2, u32],
});

/** The layout of `RTM_*ADDRLABEL`. */
export const addrlabelMessage = message("addrlabel", ifaddrlblmsg, addrlabelAttributes);
/** A label of IPv6 addresses: source and destination of one label go together (RFC 6724). */
export interface Addrlabel extends Infer<typeof addrlabelMessage> {}

const HOST = 128;

/** Messages of address labels (`RTM_*ADDRLABEL`); there are no notifications, so that no state is kept. */
export const addrlabelObject: ObjectDefinition<Addrlabel> = {
  name: "addrlabel",
  namedBy: ["address", "prefixlen", "index", "label"],
  layout: nest<Addrlabel>(addrlabelMessage),
  types: { new: RTM_NEWADDRLABEL, delete: RTM_DELADDRLABEL, get: RTM_GETADDRLABEL },
  groups: [],
  filters: ["family"],
  changeFlags: NLM_F_REPLACE,
  prepare: (given, verb) => ({ family: "inet6", ...(verb !== "list" && { prefixlen: HOST }), ...given }),
  notFound: "ENOENT",
  // The kernel gives the label that an address has, and none by its prefix.
  getsByList: ({ prefixlen = HOST, label }) => prefixlen !== HOST || label !== undefined,
  looksUp: ({ prefixlen, label }) => prefixlen === undefined || label === undefined,
  keysOf: (label) => [pick(label, "family", "prefixlen", "index", "address", "label")],
};
