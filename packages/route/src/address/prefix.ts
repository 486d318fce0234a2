import { defineObject, type ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  flags,
  type Infer,
  ifindex,
  ipv6,
  message,
  nest,
  pad,
  prefixed,
  s32,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../common/address-family.js";
import { RTM_NEWPREFIX } from "../common/rtm.js";
import { RTNLGRP_IPV6_PREFIX } from "../common/rtnlgrp.js";

/** Flags of an announced prefix (`IF_PREFIX_*`): those of the announcement since 6.8; before, two of the kernel's own. */
export const prefixFlags = flags("IF_PREFIX_", u8, {
  /** Addresses of the prefix are on the link; before 6.8. */
  onlinkBefore_6_8: 0x01,
  /** Hosts form addresses from the prefix; before 6.8. */
  autoconfBefore_6_8: 0x02,
  /** Hosts should request their own prefix instead of forming addresses (RFC 9762); since 6.8. */
  preferpd: 0x10,
  /** The prefix contains the router's full address (RFC 6275); since 6.8. */
  routeraddr: 0x20,
  /** Hosts form addresses from the prefix; since 6.8. */
  autoconf: 0x40,
  /** Addresses of the prefix are on the link; since 6.8. */
  onlink: 0x80,
});

/** Fixed header of prefix messages. */
export const prefixmsg = struct("prefixmsg", {
  /** `"inet6"`. */
  family: addressFamily,
  _: pad(3),
  /** Index of the link. */
  ifindex: ifindex(s32),
  /** Type of the neighbour discovery option: 3, prefix information. */
  type: u8,
  /** Prefix length. */
  len: u8,
  /** Flags; see {@link prefixFlags}. */
  flags: prefixFlags,
  __: pad(1),
});

/** Prefix lifetimes (`struct prefix_cacheinfo`). */
export const prefixCacheinfo = struct("prefix_cacheinfo", {
  /** Preferred lifetime, in seconds. */
  preferredTime: u32,
  /** Valid lifetime, in seconds. */
  validTime: u32,
});
/** Prefix lifetimes. */
export interface PrefixCacheinfo extends Infer<typeof prefixCacheinfo> {}

/** Attributes of prefix messages (`PREFIX_*`). */
export const prefixAttributes = attributes("prefix-attrs", "PREFIX_", {
  /** Prefix. */
  address: [1, prefixed(ipv6, "len")],
  /** Lifetimes. */
  cacheinfo: [2, nest<PrefixCacheinfo>(prefixCacheinfo)],
});

/** Layout of `RTM_NEWPREFIX`. */
export const prefixMessage = message("prefix", prefixmsg, prefixAttributes);
/** A prefix announced by a router. */
export interface Prefix extends Infer<typeof prefixMessage> {}

/** Prefix messages (`RTM_NEWPREFIX`): notifications only. */
export const prefixObject = defineObject({
  name: "prefix",
  layout: nest<Prefix>(prefixMessage),
  types: { new: RTM_NEWPREFIX },
  groups: [RTNLGRP_IPV6_PREFIX],
  verbs: ["notify"],
  filters: [],
});
/** Verbs of announced prefixes: notifications only. */
export interface Prefixes extends ObjectOf<typeof prefixObject> {}
