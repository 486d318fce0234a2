import {
  attributes,
  flags,
  type Infer,
  ifindex,
  ipv6,
  message,
  nest,
  type ObjectDefinition,
  pad,
  s32,
  struct,
  u8,
  u32,
} from "@rxnetlink/core";
import { addressFamily } from "../common/address-family.js";
import { RTM_NEWPREFIX } from "../common/rtm.js";
import { RTNLGRP_IPV6_PREFIX } from "../common/rtnlgrp.js";

/** Flags of an announced prefix: as in the announcement since 6.8, before that two with bits of the kernel's own. */
export const prefixFlags = flags("IF_PREFIX_", u8, {
  /** Its addresses are on the link; before 6.8. */
  onlinkBefore_6_8: 0x01,
  /** Hosts make addresses of it; before 6.8. */
  autoconfBefore_6_8: 0x02,
  /** Hosts ask for a prefix of their own in place of making addresses (RFC 9762); since 6.8. */
  preferpd: 0x10,
  /** The prefix is the whole address of the router (RFC 6275); since 6.8. */
  routeraddr: 0x20,
  /** Hosts make addresses of it; since 6.8. */
  autoconf: 0x40,
  /** Its addresses are on the link; since 6.8. */
  onlink: 0x80,
});

/** The fixed header of prefix messages. */
export const prefixmsg = struct("prefixmsg", {
  /** `"inet6"`. */
  family: addressFamily,
  _: pad(3),
  /** Index of the link. */
  ifindex: ifindex(s32),
  /** Type of the option: 3, prefix information. */
  type: u8,
  /** Length of the prefix. */
  len: u8,
  /** Flags; {@link prefixFlags} has their names. */
  flags: prefixFlags,
  __: pad(1),
});

/** Lifetimes of a prefix (`struct prefix_cacheinfo`). */
export const prefixCacheinfo = struct("prefix_cacheinfo", {
  /** How long it is preferred, in seconds. */
  preferredTime: u32,
  /** How long it is valid, in seconds. */
  validTime: u32,
});
/** Lifetimes of a prefix. */
export interface PrefixCacheinfo extends Infer<typeof prefixCacheinfo> {}

/** The attributes of prefix messages (`PREFIX_*`). */
export const prefixAttributes = attributes("prefix-attrs", "PREFIX_", {
  /** The prefix. */
  address: [1, ipv6],
  /** Lifetimes. */
  cacheinfo: [2, nest<PrefixCacheinfo>(prefixCacheinfo)],
});

/** The layout of `RTM_NEWPREFIX`. */
export const prefixMessage = message("prefix", prefixmsg, prefixAttributes);
/** A prefix that a router announced. */
export interface Prefix extends Infer<typeof prefixMessage> {}

/** Prefix messages (`RTM_NEWPREFIX`): notifications alone. */
export const prefixObject: ObjectDefinition<Prefix> = {
  name: "prefix",
  layout: nest<Prefix>(prefixMessage),
  types: { new: RTM_NEWPREFIX },
  groups: [RTNLGRP_IPV6_PREFIX],
  filters: [],
  changeFlags: 0,
};
